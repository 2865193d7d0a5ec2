/** Reads the clocks: the device's, which can be set, and the worker's own, which cannot. */
import type { Reading } from '../settings/elapsed-timer.ts';
import { sessionName } from './session-name.ts';

const worker = crypto.randomUUID();

/** @returns one look at the clocks, for `utils/settings/elapsed-timer.ts`. */
export async function readClocks(): Promise<Reading> {
  return { wall: Date.now(), monotonic: performance.now(), worker, browser: await sessionName('run') };
}
