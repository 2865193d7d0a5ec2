/** Proves in each run that a mutant in what runs at loading is awake: one must die here, the other must live. */
import { expect, test } from 'vitest';
import { SEEN } from './control.ts';

test('the one that is looked at', () => expect(SEEN).toBe('seen'));
