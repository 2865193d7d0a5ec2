/** Counts down time that was observed to pass, so that a clock set forward while the browser runs does not shorten a wait. */
import type * as z from 'zod/mini';
import type { elapsedTimerSchema } from './schema.ts';

export type ElapsedTimer = z.infer<typeof elapsedTimerSchema>;

/** One reading of the clocks. */
export type Reading = ElapsedTimer['last'];

/**
 * The most time that counts between two starts of the worker in one run of the browser. An alarm wakes the worker every minute;
 * a longer gap means that the clock jumped or the device slept, and neither counts.
 */
export const LONGEST_UNSEEN_MS = 90_000;

/** @param leftMs - how long to wait. @param now - the reading of the clocks at the start. */
export function startTimer(leftMs: number, now: Reading): ElapsedTimer {
  return { leftMs: Math.max(0, leftMs), last: now };
}

/**
 * @param reading.wall - milliseconds since the epoch. `monotonic` - `performance.now()` of this worker.
 *   `worker` - a name for this start of the worker. `browser` - a name for this run of the browser.
 * @returns the time that really passed since the last reading, in milliseconds, never negative.
 *   Same worker: the monotonic clock, whatever the wall clock says.
 *   Another worker of the same run: the wall clock, but at most `LONGEST_UNSEEN_MS`.
 *   Another run: the wall clock. A clock set forward in between cannot be distinguished from time that passed; the pages say so.
 */
export function observed(last: Reading, now: Reading): number {
  if (last.browser === now.browser) {
    if (last.worker === now.worker) return Math.max(0, now.monotonic - last.monotonic);
    return Math.min(Math.max(0, now.wall - last.wall), LONGEST_UNSEEN_MS);
  }
  return Math.max(0, now.wall - last.wall);
}

/** @returns the timer after this reading of the clocks. */
export function advance(timer: ElapsedTimer, now: Reading): ElapsedTimer {
  return { leftMs: Math.max(0, timer.leftMs - observed(timer.last, now)), last: now };
}

/** @returns whole seconds left, rounded up. */
export function secondsLeft(timer: ElapsedTimer): number {
  return Math.ceil(timer.leftMs / 1000);
}
