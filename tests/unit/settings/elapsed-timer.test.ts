/** Tests that changing the clock hardly shortens a wait while the browser runs, and that time with the browser closed counts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, LONGEST_UNSEEN_MS, observed, startTimer } from '../../../utils/settings/elapsed-timer.ts';

const at = (wall: number, monotonic: number, worker: string, browser = 'b') => ({
  wall,
  monotonic,
  worker,
  browser,
});

test('no jump of the wall clock while a worker lives moves the timer', () => {
  const steps = fc.array(fc.record({ passed: fc.nat(60_000), jump: fc.integer({ min: -1e10, max: 1e10 }) }));
  fc.assert(
    fc.property(steps, (many) => {
      let now = at(1e12, 0, 'w');
      let meter = startTimer(1e9, now);
      let passed = 0;
      for (const step of many) {
        passed += step.passed;
        now = at(now.wall + step.passed + step.jump, passed, 'w');
        meter = advance(meter, now);
      }
      expect(meter.leftMs).toBe(1e9 - passed);
    }),
  );
});

test('between two lives of the worker a jump gains at most the longest unseen stretch', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (jump) => {
      const gained = observed(at(1e12, 5, 'w1'), at(1e12 + jump, 0, 'w2'));
      expect(gained).toBeGreaterThanOrEqual(0);
      expect(gained).toBeLessThanOrEqual(LONGEST_UNSEEN_MS);
      if (jump >= 0 && jump <= LONGEST_UNSEEN_MS) expect(gained).toBe(jump);
    }),
  );
});

test('time with the browser closed counts; a clock set back gives nothing', () => {
  expect(observed(at(1e12, 5, 'w1', 'b1'), at(1e12 + 7_200_000, 0, 'w2', 'b2'))).toBe(7_200_000);
  expect(observed(at(1e12, 5, 'w1', 'b1'), at(1e12 - 7_200_000, 0, 'w2', 'b2'))).toBe(0);
});
