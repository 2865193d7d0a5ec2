/** Keeps what is known of the managed policy across the worker's lives, and follows its arrival. */
import { browser } from 'wxt/browser';
import { type ArrivalEvent, type ArrivalState, FIRST_STATE, inForce, nextState } from '../policy/arrival.ts';
import { readManaged } from '../policy/read-managed.ts';

const KEY = 'policy-arrival';
/** The alarm that asks the browser again while something is awaited. */
export const POLICY_ALARM = 'policy';

/** @returns the last known arrival; the first state on a new installation. */
export async function readArrival(): Promise<ArrivalState> {
  return ((await browser.storage.local.get(KEY))[KEY] as ArrivalState | undefined) ?? FIRST_STATE;
}

/** Reads the managed policy once more. @returns true if what is in force has changed. */
export async function readPolicyAgain(): Promise<boolean> {
  return advance({ kind: 'read', result: await readManaged(), at: Date.now() });
}

/** The browser itself has started. */
export async function beginPolicySession(): Promise<boolean> {
  return advance({ kind: 'session' });
}

async function advance(event: ArrivalEvent): Promise<boolean> {
  const before = await readArrival();
  const after = nextState(before, event);
  const now = inForce(after, Date.now());
  if (JSON.stringify(after) !== JSON.stringify(before)) await browser.storage.local.set({ [KEY]: after });
  if (now.lookAgainAt !== null) await browser.alarms.create(POLICY_ALARM, { when: now.lookAgainAt });
  const then = inForce(before, Date.now());
  return then.known !== now.known || JSON.stringify(then.raw) !== JSON.stringify(now.raw);
}
