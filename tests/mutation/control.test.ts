/** Proves in each run that a mutant in code that runs at load time is active: one must be killed here, the other must survive. */
import { expect, test } from 'vitest';
import { SEEN } from './control.ts';

test('the one that is looked at', () => expect(SEEN).toBe('seen'));
