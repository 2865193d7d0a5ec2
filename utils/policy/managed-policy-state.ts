/** Decides which policy is in force while the browser delivers it late, drops it for a moment, changes it or takes it away. */

/** The result of one read of `storage.managed`. */
export type ReadResult =
  /** Chromium's answer; `{}` may mean "not yet". */
  | { kind: 'values'; raw: Record<string, unknown> }
  /** Firefox's rejection: there is certainly none. */
  | { kind: 'none' }
  /** Something else went wrong; nothing is known. */
  | { kind: 'failed'; message: string };

export type ManagedPolicyEvent =
  | { kind: 'read'; result: ReadResult; at: number }
  /** The browser itself has just started (not only the worker). */
  | { kind: 'session' }
  /** The clock, at or after `lookAgainAt`. */
  | { kind: 'clock'; at: number };

/** Plain data: the worker stores it after each change, so that a restart begins where it was. Times are milliseconds since the epoch. */
export interface ManagedPolicyState {
  /** The last good policy, in force until something better is known; null: none, or none seen yet. */
  raw: Record<string, unknown> | null;
  /** When `raw` last arrived. */
  receivedAt: number | null;
  /** `raw` (or its absence) is certain, so it may loosen the protection. */
  known: boolean;
  /** Since when the browser has answered with nothing although a policy was, or may be, there. */
  emptySince: number | null;
  /** Why the last read failed, for the status page. */
  failure: string | null;
}

export const FIRST_STATE: ManagedPolicyState = {
  raw: null,
  receivedAt: null,
  known: false,
  emptySince: null,
  failure: null,
};

/** @returns whether something read from storage is a managed policy state; damage is not. */
export function isManagedPolicyState(held: unknown): held is ManagedPolicyState {
  if (typeof held !== 'object' || held === null) return false;
  const { raw, receivedAt, known, emptySince, failure } = held as Record<string, unknown>;
  return (
    (raw === null || (typeof raw === 'object' && !Array.isArray(raw))) &&
    (receivedAt === null || typeof receivedAt === 'number') &&
    typeof known === 'boolean' &&
    (emptySince === null || typeof emptySince === 'number') &&
    (failure === null || typeof failure === 'string')
  );
}

/** At the first start after a policy install Chromium answers `{}` and delivers about 3 s later; up to 8 s have been reported. */
export const FIRST_WAIT_MS = 10_000;
/** An empty answer after a filled one must last this long before it counts as removal. */
export const GRACE_MS = 60_000;
/** How soon to ask again after a failed read. */
export const RETRY_MS = 5_000;

export interface PolicyInForce {
  /** The input for `validatePolicy`. */
  raw: Record<string, unknown> | null;
  known: boolean;
  /** A policy is in force that the browser no longer shows. */
  fromMemory: boolean;
  /** When to send `clock` and read again; null: nothing is awaited. */
  lookAgainAt: number | null;
}

/**
 * @returns the next state. A filled answer counts at once. An empty one counts once it has been read again after the wait:
 *   the clock alone loosens nothing, it only asks for another read.
 */
export function nextState(state: ManagedPolicyState, event: ManagedPolicyEvent): ManagedPolicyState {
  // An empty answer of the last session says nothing about the time in between.
  if (event.kind === 'session') return { ...state, emptySince: null, failure: null };
  if (event.kind === 'clock') return clockTold(state, event.at);
  const { result, at } = event;
  if (result.kind === 'failed') {
    return { ...state, failure: result.message };
  }
  if (result.kind === 'none') {
    return { raw: null, receivedAt: null, known: true, emptySince: null, failure: null };
  }
  if (Object.keys(result.raw).length > 0) {
    return { raw: result.raw, receivedAt: at, known: true, emptySince: null, failure: null };
  }
  return answeredEmpty(state, at);
}

function answeredEmpty(state: ManagedPolicyState, at: number): ManagedPolicyState {
  if (state.raw === null && state.known) return { ...state, failure: null };
  const since = state.emptySince;
  // A clock that was set back starts the wait again.
  if (since === null || at < since) return { ...state, emptySince: at, failure: null };
  if (at - since < waitFor(state)) return { ...state, failure: null };
  return { raw: null, receivedAt: null, known: true, emptySince: null, failure: null };
}

/** A clock that was set back would otherwise stretch the wait without end. */
function clockTold(state: ManagedPolicyState, at: number): ManagedPolicyState {
  return state.emptySince !== null && at < state.emptySince ? { ...state, emptySince: at } : state;
}

function waitFor(state: ManagedPolicyState): number {
  return state.raw === null ? FIRST_WAIT_MS : GRACE_MS;
}

/**
 * @param now - milliseconds since the epoch.
 * @returns what counts now, and when to look again.
 */
export function policyInForce(state: ManagedPolicyState, now: number): PolicyInForce {
  const waiting = state.emptySince === null ? null : state.emptySince + waitFor(state);
  return {
    raw: state.raw,
    known: state.known,
    fromMemory: state.raw !== null && (state.emptySince !== null || state.failure !== null),
    lookAgainAt: waiting ?? (state.failure !== null || !state.known ? now + RETRY_MS : null),
  };
}
