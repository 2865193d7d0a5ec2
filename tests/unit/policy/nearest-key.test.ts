/** Tests that a key with up to two typing mistakes is recognized, and that anything further from all keys is not. */
import { expect, test } from 'vitest';
import { nearestKey } from '../../../utils/policy/nearest-key.ts';

test.each([
  ['mode', 'mode'],
  ['MODE', 'mode'],
  ['mod', 'mode'],
  ['ode', 'mode'],
  ['mo', 'mode'],
  ['xmode', 'mode'],
  ['xxmode', 'mode'],
  ['modexy', 'mode'],
  ['mxdx', 'mode'],
  ['omde', 'mode'],
  ['campaignForm', 'campaignFrom'],
  ['blockedPattern', 'blockedPatterns'],
  ['continueDelay', null],
  ['xxxmode', null],
  ['modexyz', null],
  ['xxxe', null],
  ['m', null],
  ['', null],
])('%s is meant to be %s', (name, key) => {
  expect(nearestKey(name)).toBe(key);
});
