/** Tests that a policy stays in force while the browser delivers it late, drops it for a moment or fails to read it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_STATE,
  FIRST_WAIT_MS,
  GRACE_MS,
  isManagedPolicyState,
  type ManagedPolicyEvent,
  type ManagedPolicyState,
  nextState,
  policyInForce,
} from '../../../utils/policy/managed-policy-state.ts';

const filled = (
  at: number,
  raw: Record<string, unknown> = { mode: 'zero-tolerance' },
): ManagedPolicyEvent => ({
  kind: 'read',
  result: { kind: 'values', raw },
  at,
});
const empty = (at: number): ManagedPolicyEvent => filled(at, {});
const run = (events: ManagedPolicyEvent[], from: ManagedPolicyState = FIRST_STATE) =>
  events.reduce(nextState, from);

describe('Chromium, first start after a policy install', () => {
  test('the first empty answer is not yet known', () => {
    const state = run([empty(1_000)]);
    expect(policyInForce(state, 1_000)).toEqual({
      raw: null,
      known: false,
      fromMemory: false,
      lookAgainAt: 1_000 + FIRST_WAIT_MS,
    });
  });

  test('the policy that arrives three seconds later counts at once', () => {
    const state = run([empty(1_000), filled(4_000)]);
    expect(policyInForce(state, 4_000)).toMatchObject({
      raw: { mode: 'zero-tolerance' },
      known: true,
      lookAgainAt: null,
    });
  });

  test('no policy: known after a second empty answer, not by the clock alone', () => {
    const waited = run([empty(1_000), { kind: 'clock', at: 1_000 + FIRST_WAIT_MS }]);
    expect(policyInForce(waited, 20_000).known).toBe(false);
    expect(policyInForce(run([empty(1_000 + FIRST_WAIT_MS)], waited), 20_000)).toMatchObject({
      raw: null,
      known: true,
    });
  });
});

describe('an empty answer after a filled one', () => {
  const had = run([filled(0)]);

  test('waits out the grace period with the last good policy in force', () => {
    const state = run([empty(10_000), empty(10_000 + GRACE_MS - 1)], had);
    expect(policyInForce(state, 10_000 + GRACE_MS - 1)).toEqual({
      raw: { mode: 'zero-tolerance' },
      known: true,
      fromMemory: true,
      lookAgainAt: 10_000 + GRACE_MS,
    });
  });

  test('counts once it is read again after the grace period', () => {
    expect(policyInForce(run([empty(10_000), empty(10_000 + GRACE_MS)], had), 80_000)).toMatchObject({
      raw: null,
      known: true,
    });
  });

  test('is forgotten when the policy is there again', () => {
    const state = run([empty(10_000), filled(20_000), empty(10_000 + GRACE_MS)], had);
    expect(policyInForce(state, 80_000).raw).not.toBeNull();
  });

  test('of an earlier session does not count', () => {
    const state = run([empty(10_000), { kind: 'session' }, empty(10_000 + GRACE_MS * 100)], had);
    expect(policyInForce(state, 10_000 + GRACE_MS * 100).raw).not.toBeNull();
  });

  test('a clock that was set back starts the wait again', () => {
    const state = run([empty(1_000_000), empty(500_000)], had);
    expect(policyInForce(state, 500_000).lookAgainAt).toBe(500_000 + GRACE_MS);
  });
});

describe('nothing is awaited', () => {
  const none: ManagedPolicyEvent = { kind: 'read', result: { kind: 'none' }, at: 0 };
  const failed: ManagedPolicyEvent = { kind: 'read', result: { kind: 'failed', message: 'no' }, at: 1 };

  test('where it is known that there is no policy, however often the browser says so', () => {
    const state = run([none, empty(5), empty(500_000)]);
    expect(policyInForce(state, 500_000)).toEqual({
      raw: null,
      known: true,
      fromMemory: false,
      lookAgainAt: null,
    });
    expect(run([none, failed, empty(5)]).failure).toBeNull();
  });

  test('where a policy is there; it is not from memory', () => {
    expect(policyInForce(run([filled(0)]), 0)).toMatchObject({ fromMemory: false, lookAgainAt: null });
    expect(policyInForce(run([filled(0), failed, filled(2)]), 2)).toMatchObject({ fromMemory: false });
  });
});

describe('the clock alone', () => {
  const tick = (at: number): ManagedPolicyEvent => ({ kind: 'clock', at });
  const waiting = run([filled(0), empty(1_000_000)]);

  test('set back, it starts the wait again, and the policy stays in force', () => {
    const state = nextState(waiting, tick(500_000));
    expect(policyInForce(state, 500_000)).toEqual({
      raw: { mode: 'zero-tolerance' },
      known: true,
      fromMemory: true,
      lookAgainAt: 500_000 + GRACE_MS,
    });
  });

  test('going on, it changes nothing', () => {
    expect(nextState(waiting, tick(1_000_001))).toEqual(waiting);
    expect(nextState(FIRST_STATE, tick(-1))).toEqual(FIRST_STATE);
  });
});

test('Firefox’s rejection is certain at once', () => {
  const none: ManagedPolicyEvent = { kind: 'read', result: { kind: 'none' }, at: 5 };
  expect(policyInForce(run([none]), 5)).toMatchObject({ raw: null, known: true, lookAgainAt: null });
  expect(policyInForce(run([filled(0), none]), 5)).toMatchObject({ raw: null, known: true });
});

test('a failed read keeps the last good policy and asks again', () => {
  const failed: ManagedPolicyEvent = { kind: 'read', result: { kind: 'failed', message: 'no' }, at: 9 };
  const state = run([filled(0), failed]);
  expect(state.failure).toBe('no');
  expect(policyInForce(state, 9)).toMatchObject({ raw: { mode: 'zero-tolerance' }, fromMemory: true });
  expect(policyInForce(state, 9).lookAgainAt).toBeGreaterThan(9);
  expect(policyInForce(run([failed]), 9).known).toBe(false);
});

test('a changed policy counts at once, in both directions', () => {
  const state = run([filled(0), filled(5, { mode: 'educate' })]);
  expect(policyInForce(state, 5).raw).toEqual({ mode: 'educate' });
});

test('property: a policy seen less than the grace period ago is never gone for Chromium', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 30_000 }), full: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let state = FIRST_STATE;
      let now = 0;
      let lastFull: number | null = null;
      for (const { wait, full } of steps) {
        now += wait;
        if (full) lastFull = now;
        state = nextState(state, full ? filled(now) : empty(now));
        if (lastFull !== null && now - lastFull < GRACE_MS)
          expect(policyInForce(state, now).raw).not.toBeNull();
        expect(structuredClone(state)).toEqual(state);
      }
    }),
  );
});

describe('what is read back from storage', () => {
  const kept: ManagedPolicyState = {
    raw: { mode: 'educate' },
    receivedAt: 1_000,
    known: true,
    emptySince: 2_000,
    failure: 'no',
  };

  test('is a state if each part is one', () => {
    for (const state of [FIRST_STATE, kept, { ...kept, raw: null }, { ...kept, receivedAt: null }]) {
      expect(isManagedPolicyState(JSON.parse(JSON.stringify(state)))).toBe(true);
    }
    expect(isManagedPolicyState({ ...kept, emptySince: null, failure: null })).toBe(true);
  });

  test.each([undefined, null, 'text', 7, true, () => kept])('%j is damage', (held) => {
    expect(isManagedPolicyState(held)).toBe(false);
  });

  test.each([
    ['raw', [[], 'mode', 7, undefined]],
    ['receivedAt', ['1000', undefined, {}]],
    ['known', ['yes', 1, null, undefined]],
    ['emptySince', ['2000', undefined, {}]],
    ['failure', [7, undefined, {}]],
  ] as const)('another kind of %s is damage', (part, values) => {
    for (const value of values) {
      expect(isManagedPolicyState({ ...kept, [part]: value }), String(value)).toBe(false);
      expect(isManagedPolicyState({ ...FIRST_STATE, [part]: value }), String(value)).toBe(false);
    }
  });
});
