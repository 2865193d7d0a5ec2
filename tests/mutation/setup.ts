/** Makes random tests the same for every mutant, without a search for a smaller example of what is to fail anyway. */
import fc from 'fast-check';
import { rememberHashes, repeatSalts } from '../unit/settings/fast-hash.ts';

fc.configureGlobal({ seed: 20_261_122, endOnFailure: true });
rememberHashes();
repeatSalts();
