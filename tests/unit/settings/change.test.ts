/** Tests that a change that loosens needs the PIN and the promised wait, and that one that tightens applies at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeContext, requestChange } from '../../../utils/settings/change.ts';
import { removePin, setPin } from '../../../utils/settings/change-pin.ts';
import { cancelWait, tick } from '../../../utils/settings/cooling-off.ts';
import { loosens } from '../../../utils/settings/loosens.ts';
import { hashPin } from '../../../utils/settings/pin.ts';
import { type Chosen, choicesOf, freshSettings, type Settings } from '../../../utils/settings/schema.ts';
import { chosen } from './arbitraries.ts';

const HOUR = 3_600_000;
const at = (ms: number) => ({ wall: ms, monotonic: ms, worker: 'w', browser: 'b' });
const context = (more: Partial<ChangeContext> = {}): ChangeContext => ({
  now: at(0),
  policyKeys: [],
  id: 'p1',
  ...more,
});
const having = (choices: Chosen, more: Partial<Settings> = {}): Settings => ({
  ...freshSettings(),
  chosen: choices,
  ...more,
});
const lock = await hashPin('2468');

describe('without PIN and promise', () => {
  test('a change applies and can be undone', async () => {
    const done = await requestChange(having({}), { mode: 'zero-tolerance' }, context());
    expect(done.settings.chosen.mode).toBe('zero-tolerance');
    expect(done.result).toEqual({ is: 'applied', undo: { mode: 'educate' }, waits: null });
  });

  test('the value that is there already is no change and no write', async () => {
    const settings = having({});
    const done = await requestChange(settings, { mode: 'educate' }, context());
    expect(done).toEqual({ settings, result: { is: 'unchanged' } });
    expect(done.settings).toBe(settings);
  });

  test('what the policy decides is refused whole, tighter or looser', async () => {
    const settings = having({});
    const done = await requestChange(
      settings,
      { mode: 'zero-tolerance', reason: 'x' },
      context({ policyKeys: ['mode'] }),
    );
    expect(done.result).toEqual({ is: 'refused', keys: ['mode'] });
    expect(done.settings).toBe(settings);
  });
});

describe('with a PIN', () => {
  const locked = having({ mode: 'zero-tolerance' }, { lock });

  test('tightening is free, loosening asks', async () => {
    const tighter = await requestChange(locked, { blockedPatterns: ['a.example'] }, context());
    expect(tighter.result.is).toBe('applied');
    const looser = await requestChange(locked, { mode: 'educate' }, context());
    expect(looser.result).toEqual({ is: 'needs-pin', reasons: [{ why: 'mode', key: 'mode' }] });
    expect(looser.settings).toBe(locked);
  });

  test('the right PIN lets it through, a wrong one is counted', async () => {
    const right = await requestChange(locked, { mode: 'educate' }, context({ pin: '2468' }));
    expect(right.settings.chosen.mode).toBe('educate');
    const wrong = await requestChange(locked, { mode: 'educate' }, context({ pin: '0000' }));
    expect(wrong.result).toEqual({ is: 'wrong-pin' });
    expect(wrong.settings.attempts.failed).toBe(1);
    expect(wrong.settings.chosen.mode).toBe('zero-tolerance');
  });

  test('after too many it must wait, and the answer says how long', async () => {
    const settings = { ...locked, attempts: { failed: 5, wait: { leftMs: 30_000, last: at(0) } } };
    const done = await requestChange(settings, { mode: 'educate' }, context({ pin: '2468' }));
    expect(done.result).toEqual({ is: 'must-wait', seconds: 30 });
  });

  test('no change without the PIN ever loosens', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, chosen, async (before, changes) => {
        const settings = having(before, { lock });
        const done = await requestChange(settings, changes, context());
        expect(loosens(settings, done.settings)).toEqual([]);
      }),
    );
  });

  test('a new PIN needs the old one and does not wait; the first needs none', async () => {
    expect((await setPin(having({}), '1357', context())).settings.lock).not.toBeNull();
    expect((await setPin(locked, '1357', context())).result.is).toBe('needs-pin');
    const promised = having({ promiseHours: 24 }, { lock });
    const changed = await setPin(promised, '1357', context({ pin: '2468' }));
    expect(changed.result.is).toBe('applied');
    expect(changed.settings.lock?.hash).not.toBe(lock.hash);
  });

  test('the answer says why the PIN is needed', async () => {
    const reasons = [{ why: 'pin', key: 'lock' }];
    expect((await setPin(locked, '1357', context())).result).toEqual({ is: 'needs-pin', reasons });
    expect((await removePin(locked, context())).result).toEqual({ is: 'needs-pin', reasons });
  });

  test('where there is none, removing changes nothing', async () => {
    const settings = having({ mode: 'zero-tolerance' });
    const done = await removePin(settings, context());
    expect(done.result).toEqual({ is: 'unchanged' });
    expect(done.settings).toBe(settings);
  });

  test('a new one and a removed one clear the count of wrong tries, and there is nothing to undo', async () => {
    const tried = { ...locked, attempts: { failed: 3, wait: null } };
    const clear = { failed: 0, wait: null };
    const applied = { is: 'applied', undo: {}, waits: null };
    const changed = await setPin(tried, '1357', context({ pin: '2468' }));
    expect(changed.settings.attempts).toEqual(clear);
    const removed = await removePin(tried, context({ pin: '2468' }));
    expect([removed.settings.attempts, removed.result]).toEqual([clear, applied]);
    const fresh = await setPin(having({}, { attempts: { failed: 3, wait: null } }), '1357', context());
    expect([fresh.settings.attempts, fresh.result]).toEqual([clear, applied]);
  });

  test('removing it needs it, and waits for the promise', async () => {
    expect((await removePin(locked, context())).settings.lock).toBe(lock);
    expect((await removePin(locked, context({ pin: '2468' }))).settings.lock).toBeNull();
    const promised = having({ promiseHours: 1 }, { lock });
    const done = await removePin(promised, context({ pin: '2468' }));
    const waits = { id: 'p1', seconds: 3_600, reasons: [{ why: 'pin', key: 'lock' }] };
    expect(done.result).toEqual({ is: 'needs-wait', waits });
    expect(done.settings.lock).toBe(lock);
    const after = tick({ ...done.settings, attempts: { failed: 2, wait: null } }, at(HOUR)).settings;
    expect([after.lock, after.attempts]).toEqual([null, { failed: 0, wait: null }]);
  });

  test('asked for twice, its removal waits once, from the later time; another wait continues', async () => {
    const promised = having({ promiseHours: 24, mode: 'zero-tolerance' }, { lock });
    const mode = await requestChange(promised, { mode: 'educate' }, context({ id: 'm', pin: '2468' }));
    const first = await removePin(mode.settings, context({ id: 'a', pin: '2468' }));
    const later = context({ id: 'b', pin: '2468', now: at(HOUR) });
    const second = await removePin(first.settings, later);
    expect(second.settings.pending.map(({ id }) => id)).toEqual(['m', 'b']);
    const delay = await requestChange(
      second.settings,
      { promiseHours: 1 },
      context({ id: 'c', pin: '2468' }),
    );
    expect(delay.settings.pending.map(({ id }) => id)).toEqual(['m', 'b', 'c']);
    expect(tick(second.settings, at(24 * HOUR)).settings.lock).toBe(lock);
  });

  test('a new one is kept: a wait to remove the old one ends, every other wait goes on', async () => {
    const promised = having({ promiseHours: 24, mode: 'zero-tolerance' }, { lock });
    const mode = await requestChange(promised, { mode: 'educate' }, context({ id: 'm', pin: '2468' }));
    const removal = await removePin(mode.settings, context({ id: 'r', pin: '2468' }));
    const changed = await setPin(removal.settings, '1357', context({ pin: '2468' }));
    expect(changed.settings.pending.map(({ id }) => id)).toEqual(['m']);
    expect(tick(changed.settings, at(48 * HOUR)).settings.lock).toBe(changed.settings.lock);
  });
});

describe('with a promise', () => {
  const promised = having({
    promiseHours: 24,
    mode: 'zero-tolerance',
    blockedPatterns: ['a.example', 'b.example'],
  });

  test('a loosening waits the hours promised, and then takes effect', async () => {
    const { settings, result } = await requestChange(promised, { mode: 'educate' }, context());
    expect(result).toMatchObject({ is: 'needs-wait', waits: { seconds: 86_400 } });
    expect(choicesOf(settings.chosen).mode).toBe('zero-tolerance');
    const before = tick(settings, at(24 * HOUR - 1));
    expect(before.due).toEqual([]);
    const after = tick(before.settings, at(24 * HOUR));
    expect(after.due).toEqual(['p1']);
    expect(after.settings.chosen.mode).toBe('educate');
    expect(after.settings.pending).toEqual([]);
  });

  test('shortening the promise waits for the promise', async () => {
    const { settings, result } = await requestChange(promised, { promiseHours: 0 }, context());
    expect(result.is).toBe('needs-wait');
    expect(settings.chosen.promiseHours).toBe(24);
  });

  test('no change of any kind loosens at once', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, chosen, fc.integer({ min: 1, max: 168 }), async (before, changes, hours) => {
        const settings = having({ ...before, promiseHours: hours });
        const done = await requestChange(settings, changes, context());
        expect(loosens(settings, done.settings)).toEqual([]);
      }),
    );
  });

  test('once over, what was asked for applies', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, chosen, fc.integer({ min: 1, max: 168 }), async (before, changes, hours) => {
        const settings = having({ ...before, promiseHours: hours });
        const done = await requestChange(settings, changes, context());
        const after = choicesOf(tick(done.settings, at(168 * HOUR)).settings.chosen);
        const wanted = choicesOf({ ...settings.chosen, ...changes });
        for (const key of ['tiers', 'blockedPatterns', 'exemptions'] as const)
          expect(new Set<string>(after[key])).toEqual(new Set(wanted[key]));
        const { tiers: _a, blockedPatterns: _b, exemptions: _c, ...plain } = wanted;
        expect(after).toMatchObject(plain);
      }),
    );
  });

  test('a mixed change: the tighter part at once, line by line, the looser part later', async () => {
    const changes: Chosen = { blockedPatterns: ['a.example', 'c.example'], recognizeNames: true };
    const { settings, result } = await requestChange(promised, changes, context());
    expect(settings.chosen.blockedPatterns).toEqual(['a.example', 'b.example', 'c.example']);
    expect(result).toMatchObject({ is: 'applied', waits: { id: 'p1' } });
    const more = await requestChange(
      settings,
      { blockedPatterns: [...(settings.chosen.blockedPatterns ?? []), 'd.example'] },
      context({ id: 'p2' }),
    );
    const after = tick(more.settings, at(24 * HOUR)).settings;
    expect(after.chosen.blockedPatterns).toEqual(['a.example', 'c.example', 'd.example']);
  });

  test('in a mixed change single values that tighten and removed allowlist entries count at once', async () => {
    const settings = having({
      promiseHours: 24,
      exemptions: ['a.example', 'b.example'],
      tiers: ['core', 'broad'],
    });
    const changes: Chosen = {
      mode: 'zero-tolerance',
      exemptions: ['b.example', 'c.example'],
      tiers: ['extended', 'core'],
    };
    const done = await requestChange(settings, changes, context());
    expect(done.settings.chosen).toMatchObject({
      mode: 'zero-tolerance',
      exemptions: ['b.example'],
      tiers: ['core', 'broad', 'extended'],
    });
    expect(done.result).toMatchObject({
      is: 'applied',
      // Undoing it would only start another wait.
      undo: {},
      waits: { id: 'p1', seconds: 24 * 3_600, reasons: [{ key: 'tiers' }, { key: 'exemptions' }] },
    });
    const after = tick(done.settings, at(24 * HOUR)).settings;
    expect(after.chosen.exemptions).toEqual(['b.example', 'c.example']);
    expect(after.chosen.tiers).toEqual(['core', 'extended']);
  });

  test('where nothing waits, a look at the clocks changes nothing', () => {
    const settings = having({ promiseHours: 24 });
    const looked = tick(settings, at(HOUR));
    expect(looked.due).toEqual([]);
    expect(looked.settings).toBe(settings);
  });

  test('what was taken off and put back by hand in the meantime is there once', async () => {
    const wait = await requestChange(having({ promiseHours: 24 }), { exemptions: ['a.example'] }, context());
    const meanwhile = {
      ...wait.settings,
      chosen: { ...wait.settings.chosen, exemptions: ['a.example', 'b.example'] },
    };
    expect(tick(meanwhile, at(24 * HOUR)).settings.chosen.exemptions).toEqual(['a.example', 'b.example']);
  });

  test('a later decision about the same value replaces the one that waits', async () => {
    const first = await requestChange(
      having({ promiseHours: 24, continueDelaySeconds: 60 }),
      { continueDelaySeconds: 10 },
      context(),
    );
    const second = await requestChange(first.settings, { continueDelaySeconds: 300 }, context({ id: 'p2' }));
    expect(second.settings.pending).toEqual([]);
    expect(tick(second.settings, at(48 * HOUR)).settings.chosen.continueDelaySeconds).toBe(300);
  });

  test('asked again with another value, only the later one waits, from its own start', async () => {
    const slow = having({ promiseHours: 24, continueDelaySeconds: 60 });
    const first = await requestChange(slow, { continueDelaySeconds: 10 }, context());
    const later = context({ id: 'p2', now: at(23 * HOUR) });
    const second = await requestChange(first.settings, { continueDelaySeconds: 20 }, later);
    expect(second.settings.pending.map(({ id }) => id)).toEqual(['p2']);
    expect(tick(second.settings, at(24 * HOUR)).due).toEqual([]);
    expect(tick(second.settings, at(47 * HOUR)).settings.chosen.continueDelaySeconds).toBe(20);
  });

  test('it can be canceled at any time', async () => {
    const { settings } = await requestChange(promised, { mode: 'educate' }, context());
    const cancelled = cancelWait(settings, 'p1');
    expect(tick(cancelled, at(1000 * HOUR)).settings.chosen.mode).toBe('zero-tolerance');
    expect(cancelWait(settings, 'other')).toBe(settings);
  });

  test('with a PIN as well, both are needed', async () => {
    const both = { ...promised, lock };
    expect((await requestChange(both, { mode: 'educate' }, context())).result.is).toBe('needs-pin');
    const done = await requestChange(both, { mode: 'educate' }, context({ pin: '2468' }));
    expect(done.result.is).toBe('needs-wait');
  });
});
