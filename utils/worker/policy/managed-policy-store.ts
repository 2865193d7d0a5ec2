/** Stores what is known about the managed policy across restarts of the worker, and follows its arrival. */
import { browser } from '../../extension-api.ts';
import {
  FIRST_STATE,
  isManagedPolicyState,
  type ManagedPolicyEvent,
  type ManagedPolicyState,
  nextState,
  policyInForce,
} from '../../policy/managed-policy-state.ts';
import { readManaged } from './read-managed.ts';

const KEY = 'policy-arrival';
/** The alarm that has the policy read again while an answer is awaited. */
export const POLICY_ALARM = 'policy';
/** Chromium fires no alarm earlier than this (milliseconds); the worker itself lives about as long. */
const SOONEST_ALARM_MS = 30_000;

/** The state that could not be stored: a policy must take effect even if the disk is full. */
let unstored: ManagedPolicyState | null = null;

/** @returns the last known state; the first state on a new installation, and where it cannot be read. */
export async function readManagedPolicyState(): Promise<ManagedPolicyState> {
  if (unstored) return unstored;
  const held = (await browser.storage.local.get(KEY))[KEY];
  return isManagedPolicyState(held) ? held : FIRST_STATE;
}

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads the managed policy now, and again later while an answer is awaited.
 * @param changed - called whenever what is in force has changed.
 */
export async function followPolicy(changed: () => Promise<void>): Promise<void> {
  await beginSession();
  const { differs, lookAgainAt } = await advance({
    kind: 'read',
    result: await readManaged(),
    at: Date.now(),
  });
  if (lookAgainAt !== null) {
    await browser.alarms.create(POLICY_ALARM, { when: lookAgainAt });
    const soon = lookAgainAt - Date.now();
    // One timer, however many callers: where the alarm fires as early, each of its calls would start another chain of timers.
    clearTimeout(timer);
    if (soon < SOONEST_ALARM_MS) timer = setTimeout(() => void followPolicy(changed), Math.max(0, soon));
  }
  if (differs) await changed();
}

/** In session memory once this run of the browser has begun. */
const SESSION = 'policy-session';

/** Records that the browser itself has started: its answers from the last run no longer count. */
async function beginSession(): Promise<void> {
  // Not left to the event that tells of the start: an alarm of the last run may wake the worker before.
  if ((await browser.storage.session.get(SESSION))[SESSION]) return;
  await advance({ kind: 'session' });
  await browser.storage.session.set({ [SESSION]: true });
}

interface Step {
  differs: boolean;
  lookAgainAt: number | null;
}

let queue: Promise<unknown> = Promise.resolve();

/** Handles one event at a time: two arrive together when the browser starts, and each must read what the other wrote. */
function advance(event: ManagedPolicyEvent): Promise<Step> {
  const step = queue.then(() => takeStep(event));
  queue = step.catch(() => undefined);
  return step;
}

async function takeStep(event: ManagedPolicyEvent): Promise<Step> {
  const before = await readManagedPolicyState();
  const after = nextState(before, event);
  if (unstored || JSON.stringify(after) !== JSON.stringify(before)) {
    unstored = await browser.storage.local.set({ [KEY]: after }).then(
      () => null,
      () => after,
    );
  }
  const [then, now] = [policyInForce(before, Date.now()), policyInForce(after, Date.now())];
  const differs = then.known !== now.known || JSON.stringify(then.raw) !== JSON.stringify(now.raw);
  return { differs, lookAgainAt: now.lookAgainAt };
}
