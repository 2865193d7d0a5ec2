/** Tests what can be a PIN: its length in characters as a person counts them, without control characters. */
import { expect, test } from 'vitest';
import { pinProblem } from '../../../utils/settings/pin-rules.ts';

test.each([
  ['123', 'too-short'],
  ['1234', null],
  ['12345678901234567890123456789012', null],
  ['123456789012345678901234567890123', 'too-long'],
  // Two UTF-16 units each, and an accent that combines with its letter.
  ['😀😀😀', 'too-short'],
  ['😀😀😀😀', null],
  ['abce\u0301', null],
  ['abe\u0301', 'too-short'],
  ['12\u000034', 'control-character'],
  ['12\n34', 'control-character'],
])('as a PIN %j is %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem));
