/** Makes random tests the same for every mutant. Leaves out the search for a smaller example, because failing is all that counts. */
import fc from 'fast-check';
import { inject } from 'vitest';
import { rememberHashes, repeatSalts } from '../unit/settings/fast-hash.ts';
import { switches } from './switches.ts';

/** Stops an endless loop. In a fresh run, one mutant is active from load time on. */
const HIT_LIMIT = 10_000_000;
const mutant = inject('mutant');
if (mutant !== undefined) Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: HIT_LIMIT });

fc.configureGlobal({ seed: 20_261_122, endOnFailure: true });
rememberHashes();
repeatSalts();
