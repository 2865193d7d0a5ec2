/** Decides which policy is in force when the browser delivers it late, drops it for a moment, changes it or removes it. */

/** The result of one read of `storage.managed`. */
export type ReadResult =
  /** Chromium's answer; `{}` may mean "not yet". */
  | { kind: 'values'; raw: Record<string, unknown> }
  /** Firefox's rejection: there is certainly no policy. */
  | { kind: 'none' }
  /** Something else went wrong; nothing is known. */
  | { kind: 'failed'; message: string };

export type ManagedPolicyEvent =
  | { kind: 'read'; result: ReadResult; at: number }
  /** The browser itself has just started (not only the worker). */
  | { kind: 'session' }
  /** The clock, at or after `lookAgainAt`. */
  | { kind: 'clock'; at: number };

/** Plain data that the worker stores after each change, so that it survives a restart. Times are milliseconds since the epoch. */
export interface ManagedPolicyState {
  /** The last good policy, in force until the browser's answer replaces it; null if there is none, or none was seen yet. */
  raw: Record<string, unknown> | null;
  /** When `raw` last arrived. */
  receivedAt: number | null;
  /** Whether `raw` (or its absence) is certain, so that it may loosen the protection. */
  known: boolean;
  /** When the browser began to answer with nothing although there was, or may be, a policy. */
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

/** @returns whether something read from storage is an undamaged managed policy state. */
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
  /** Whether the policy in force is one that the browser no longer delivers. */
  fromMemory: boolean;
  /** When to send `clock` and read again; null if nothing is awaited. */
  lookAgainAt: number | null;
}

/**
 * @returns the next state. A filled answer counts at once. An empty one counts once it has been read again after the wait:
 *   the clock alone loosens nothing, it only asks for another read.
 */
export function nextState(state: ManagedPolicyState, event: ManagedPolicyEvent): ManagedPolicyState {
  // An empty answer from the last session says nothing about the time since then.
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

/** Restarts the wait if the clock was set back; otherwise the wait could become endless. */
function clockTold(state: ManagedPolicyState, at: number): ManagedPolicyState {
  return state.emptySince !== null && at < state.emptySince ? { ...state, emptySince: at } : state;
}

function waitFor(state: ManagedPolicyState): number {
  return state.raw === null ? FIRST_WAIT_MS : GRACE_MS;
}

/**
 * @param now - milliseconds since the epoch.
 * @returns the policy that is in force now, and when to read again.
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
