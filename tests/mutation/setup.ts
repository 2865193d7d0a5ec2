/** Makes random tests the same for every mutant, without a search for a smaller example of what is to fail anyway. */
import fc from 'fast-check';
import { inject } from 'vitest';
import { rememberHashes, repeatSalts } from '../unit/settings/fast-hash.ts';
import { switches } from './switches.ts';

/** In a fresh run one mutant is active from load time on; a loop that it keeps going is stopped here. */
const HIT_LIMIT = 10_000_000;
const mutant = inject('mutant');
if (mutant !== undefined) Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: HIT_LIMIT });

fc.configureGlobal({ seed: 20_261_122, endOnFailure: true });
rememberHashes();
repeatSalts();
