/** Reads the clocks: the device's, which can be set, and the worker's own, which cannot. */
import { browser } from '../extension-api.ts';
import type { Reading } from '../settings/elapsed-timer.ts';

const worker = crypto.randomUUID();

/** @returns one look at the clocks, for `utils/settings/elapsed-timer.ts`. */
export async function readClocks(): Promise<Reading> {
  return { wall: Date.now(), monotonic: performance.now(), worker, browser: await browserRun() };
}

/** @returns a name for this run of the browser, kept in session memory, which ends with the run. */
async function browserRun(): Promise<string> {
  const held = (await browser.storage.session.get('run')).run;
  if (typeof held === 'string') return held;
  const run = crypto.randomUUID();
  await browser.storage.session.set({ run });
  return run;
}
