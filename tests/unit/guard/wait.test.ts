import { describe, expect, test } from 'vitest';
import { openWait, secondsLeft, setVisible } from '../../../utils/guard/wait.ts';

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

  test('goes on when the notice of the same site is reloaded, and starts anew for another', () => {
    const wait = openWait(null, 'site', true, at(0));
    expect(secondsLeft(openWait(wait, 'site', true, at(4)), 6, at(4))).toBe(2);
    expect(secondsLeft(openWait(wait, 'other', true, at(4)), 6, at(4))).toBe(6);
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
