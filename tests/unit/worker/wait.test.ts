/** Tests that the wait before `Continue anyway` counts only visible time of one visit, even if the clock is set forward meanwhile. */
import { describe, expect, test } from 'vitest';
import { openWait, secondsLeft, setVisible } from '../../../utils/worker/passes/wait.ts';

const at = (seconds: number, more: Partial<{ wall: number; worker: string }> = {}) => ({
  wall: seconds * 1000,
  monotonic: seconds * 1000,
  worker: 'one',
  browser: 'run',
  ...more,
});

describe('the wait', () => {
  test('runs only while the notice is in front', () => {
    let wait = openWait(null, 'site', true, at(0));
    wait = setVisible(wait, false, at(2));
    expect(secondsLeft(wait, 6, at(60))).toBe(4);
    wait = setVisible(wait, true, at(60));
    expect(secondsLeft(wait, 6, at(63))).toBe(1);
    expect(secondsLeft(wait, 6, at(64))).toBe(0);
  });

  test('goes on when the notice of the same site is reloaded, and starts again for another', () => {
    const wait = setVisible(openWait(null, 'site', true, at(0)), false, at(4));
    expect(secondsLeft(openWait(wait, 'site', true, at(5)), 6, at(5))).toBe(2);
    expect(secondsLeft(openWait(wait, 'other', true, at(5)), 6, at(5))).toBe(6);
  });

  test('counts for one visit: anyone who comes back later waits again', () => {
    const wait = setVisible(openWait(null, 'site', true, at(0)), false, at(7));
    expect(secondsLeft(openWait(wait, 'site', true, at(66)), 6, at(66))).toBe(0);
    expect(secondsLeft(openWait(wait, 'site', true, at(67)), 6, at(67))).toBe(6);
    const later = at(0, { wall: 3_600_000, worker: 'two' });
    expect(secondsLeft(openWait(wait, 'site', true, later), 6, later)).toBe(6);
  });

  test('a notice that disappeared without a message leaves only the time counted before', () => {
    const looked = setVisible(openWait(null, 'site', true, at(0)), true, at(20));
    expect(secondsLeft(openWait(looked, 'site', true, at(50)), 60, at(50))).toBe(40);
    expect(secondsLeft(openWait(looked, 'site', true, at(50)), 60, at(55))).toBe(35);
    expect(secondsLeft(openWait(looked, 'site', true, at(3_600)), 60, at(3_600))).toBe(60);
  });

  test('a notice that stays behind another tab goes on, however long', () => {
    const wait = setVisible(openWait(null, 'site', true, at(0)), false, at(4));
    expect(secondsLeft(setVisible(wait, true, at(9_000)), 6, at(9_001))).toBe(1);
  });

  test('a clock set forward while the worker lives does not shorten it', () => {
    const wait = openWait(null, 'site', true, at(0));
    expect(secondsLeft(wait, 600, at(5, { wall: 3_600_000 }))).toBe(595);
  });

  test('a clock set back never lengthens what was seen', () => {
    const wait = openWait(null, 'site', true, at(100));
    expect(secondsLeft(wait, 6, at(102, { wall: 0, worker: 'two' }))).toBe(6);
  });
});
