/** Tests the worker's answers about settings: PIN, waits and policy hold across restarts, and a private window writes nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import { requests } from '../../../utils/messages/requests.ts';
import { choicesOf, type Settings } from '../../../utils/settings/schema.ts';
import { createSettingsStore, type SettingsStore } from '../../../utils/settings/store.ts';
import {
  createSettingsHandlers,
  type SettingsHandlers,
} from '../../../utils/worker/settings/create-handlers.ts';
import { effectiveOf } from '../settings/effective.ts';
import { FaultyArea } from '../settings/faulty-area.ts';

let now: { wall: number; monotonic: number; worker: string; browser: string };
let area: FaultyArea;
let store: SettingsStore;
let handlers: SettingsHandlers;
let policy: Record<string, unknown>;
let writes: Settings[];
let ids: number;

/** Starts a worker: new handlers with the same storage. */
function startWorker(browser = now.browser) {
  now = { ...now, browser, worker: `${now.worker}'`, monotonic: 0 };
  store = createSettingsStore(area);
  handlers = createSettingsHandlers({
    store,
    readOnly: false,
    read: async () => now,
    effective: async (settings) => effectiveOf(settings, policy),
    newId: () => `wait-${++ids}`,
    changed: (settings) => {
      writes.push(settings);
    },
  });
}
const pass = (ms: number) => {
  now = { ...now, wall: now.wall + ms, monotonic: now.monotonic + ms };
};

beforeEach(() => {
  now = { wall: 1e12, monotonic: 0, worker: 'w', browser: 'b' };
  area = new FaultyArea();
  policy = {};
  writes = [];
  ids = 0;
  startWorker();
});

test('a change is stored, and the worker is notified once', async () => {
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } });
  startWorker();
  expect((await handlers['settings/get']({})).choices.mode).toBe('zero-tolerance');
  expect(writes).toHaveLength(1);
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } });
  expect(writes).toHaveLength(1);
});

test('wrong PINs are counted across workers and browsers; the wait shows', async () => {
  await handlers['pin/set']({ newPin: '2468' });
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } });
  for (let count = 0; count < 5; count++) {
    startWorker(`b${count}`);
    expect((await handlers['settings/change']({ changes: { mode: 'educate' }, pin: '0000' })).is).toBe(
      'wrong-pin',
    );
  }
  startWorker('b9');
  expect(await handlers['settings/change']({ changes: { mode: 'educate' }, pin: '2468' })).toEqual({
    is: 'must-wait',
    seconds: 30,
  });
  expect((await handlers['settings/get']({})).pinWaitSeconds).toBe(30);
  pass(30_000);
  expect((await handlers['settings/change']({ changes: { mode: 'educate' }, pin: '2468' })).is).toBe(
    'applied',
  );
});

test('PIN material never reaches a page', async () => {
  await handlers['pin/set']({ newPin: '2468' });
  const { settings } = await store.load();
  const answers = JSON.stringify([
    await handlers['settings/get']({}),
    await handlers['settings/export']({}),
    await handlers['settings/change']({ changes: { tiers: [] } }),
    await handlers['pin/remove']({}),
  ]);
  for (const secret of [settings.lock?.hash, settings.lock?.salt, '2468']) {
    expect(secret).toBeTruthy();
    expect(answers).not.toContain(secret);
  }
});

test('an import that loosens needs the PIN like any other change; one that tightens does not', async () => {
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } });
  const strict = (await handlers['settings/export']({})).text;
  const loose = strict.replace('"zero-tolerance"', '"educate"');
  await handlers['pin/set']({ newPin: '2468' });
  expect(await handlers['settings/preview-import']({ text: loose })).toMatchObject({
    ok: true,
    loosens: [{ why: 'mode' }],
  });
  expect((await handlers['settings/import']({ text: loose })).is).toBe('needs-pin');
  expect((await handlers['settings/get']({})).choices.mode).toBe('zero-tolerance');
  expect((await handlers['settings/import']({ text: loose, pin: '2468' })).is).toBe('applied');
  expect((await handlers['settings/import']({ text: strict })).is).toBe('applied');
  expect(await handlers['settings/import']({ text: '{' })).toEqual({ is: 'bad-file', problem: 'not-json' });
});

test('an import leaves alone what the policy decides', async () => {
  policy = { organizationName: 'Acme' };
  const text = (await handlers['settings/export']({})).text.replace('"educate"', '"zero-tolerance"');
  expect(await handlers['settings/preview-import']({ text })).toMatchObject({
    keptByPolicy: ['mode'],
    differences: [],
  });
  expect((await handlers['settings/import']({ text })).is).toBe('unchanged');
  expect((await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } })).is).toBe('refused');
});

describe('a wait', () => {
  beforeEach(async () => {
    await handlers['settings/change']({ changes: { mode: 'zero-tolerance', promiseHours: 2 } });
    await handlers['settings/change']({ changes: { mode: 'educate' } });
  });
  const mode = async () => choicesOf((await store.load()).settings.chosen).mode;

  test('survives restarts, minute by minute, and takes effect', async () => {
    for (let minute = 0; minute < 119; minute++) {
      pass(60_000);
      startWorker();
      expect(await handlers.tick()).toEqual({ due: [], waiting: true });
    }
    expect((await handlers['settings/get']({})).waits).toMatchObject([
      { secondsLeft: 60, reasons: [{ why: 'mode' }] },
    ]);
    pass(60_000);
    startWorker();
    writes = [];
    expect(await handlers.tick()).toEqual({ due: ['wait-2'], waiting: false });
    expect(await mode()).toBe('educate');
    expect(writes).toHaveLength(1);
  });

  test('a clock set forward a day while the browser runs gains a minute and a half at most', async () => {
    now = { ...now, wall: now.wall + 86_400_000 };
    expect(await handlers.tick()).toEqual({ due: [], waiting: true });
    startWorker();
    now = { ...now, wall: now.wall + 86_400_000 };
    await handlers.tick();
    expect((await handlers['settings/get']({})).waits[0]?.secondsLeft).toBe(7200 - 90);
  });

  test('a clock set forward while the browser was closed cannot be distinguished from time', async () => {
    now = { ...now, wall: now.wall + 7_200_000 };
    startWorker('another run');
    expect((await handlers.tick()).due).toHaveLength(1);
  });

  test('can be canceled, and then nothing comes of it', async () => {
    expect(await handlers['settings/cancel']({ id: 'wait-2' })).toEqual({ cancelled: true });
    expect(await handlers['settings/cancel']({ id: 'wait-2' })).toEqual({ cancelled: false });
    pass(86_400_000);
    expect(await handlers.tick()).toEqual({ due: [], waiting: false });
    expect(await mode()).toBe('zero-tolerance');
  });

  test('that is over counts before the next change is decided', async () => {
    pass(7_200_000);
    await handlers['settings/change']({ changes: { reason: 'for me' } });
    expect(await mode()).toBe('educate');
  });
});

test('that somebody was welcomed is written once', async () => {
  expect((await handlers['settings/get']({})).welcomed).toBe(false);
  expect(await handlers['settings/welcomed']({})).toEqual({ welcomed: true });
  expect(await handlers['settings/welcomed']({})).toEqual({ welcomed: true });
  expect(writes).toHaveLength(1);
  expect((await handlers['settings/get']({})).welcomed).toBe(true);
});

test('the file is named and dated by the day', async () => {
  const { name, text } = await handlers['settings/export']({});
  expect(name).toBe('second-thought-settings-2001-09-09.json');
  expect(JSON.parse(text)).toMatchObject({ exported: '2001-09-09' });
  expect(await handlers['settings/preview-import']({ text: '{' })).toEqual({
    ok: false,
    problem: 'not-json',
  });
});

test('a PIN that is none is refused; whether there is one is shown; its removal waits with its reason', async () => {
  expect(await handlers['pin/set']({ newPin: '12' })).toEqual({ is: 'bad-pin', problem: 'too-short' });
  expect((await handlers['settings/get']({})).pinSet).toBe(false);
  await handlers['pin/set']({ newPin: '2468' });
  expect((await handlers['settings/get']({})).pinSet).toBe(true);
  await handlers['settings/change']({ changes: { promiseHours: 1 } });
  expect((await handlers['pin/remove']({ pin: '2468' })).is).toBe('needs-wait');
  expect((await handlers['settings/get']({})).waits).toMatchObject([
    { reasons: [{ why: 'pin', key: 'lock' }] },
  ]);
});

test('a wait after wrong PINs is looked at each minute too, until it is over', async () => {
  await handlers['pin/set']({ newPin: '2468' });
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance' } });
  for (let count = 0; count < 5; count++)
    await handlers['settings/change']({ changes: { mode: 'educate' }, pin: '0000' });
  pass(29_000);
  expect(await handlers.tick()).toEqual({ due: [], waiting: true });
  expect((await handlers['settings/get']({})).pinWaitSeconds).toBe(1);
  pass(1_000);
  expect(await handlers.tick()).toEqual({ due: [], waiting: false });
});

test('a wait says why it waits: what it changes, and nothing that stays', async () => {
  await handlers['settings/change']({ changes: { promiseHours: 1, continueDelaySeconds: 600 } });
  await handlers['settings/change']({ changes: { exemptions: ['a.example'], continueDelaySeconds: 500 } });
  expect((await handlers['settings/get']({})).waits).toEqual([
    {
      id: 'wait-2',
      secondsLeft: 3600,
      reasons: [
        { why: 'exemption-added', key: 'exemptions' },
        { why: 'delay', key: 'continueDelaySeconds' },
      ],
    },
  ]);
});

test('what was read of a recovery is not shown again', async () => {
  area.items.set('settings.a', 'x').set('settings.b', 'x').set('settings.current', 'settings.a');
  expect((await handlers['settings/get']({})).recovered).toEqual({ did: 'strict', dropped: [] });
  await handlers['settings/welcomed']({});
  await handlers['settings/change']({ changes: { reason: 'r' } });
  expect((await handlers['settings/get']({})).recovered?.did).toBe('strict');
  expect(await handlers['settings/acknowledge']({})).toEqual({ acknowledged: true });
  expect((await handlers['settings/get']({})).recovered).toBeNull();
});

test('a private window’s own worker shows settings and writes none', async () => {
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance', promiseHours: 1 } });
  await handlers['settings/change']({ changes: { mode: 'educate' } });
  const before = JSON.stringify([...area.items]);
  const tools = { store, read: async () => now, effective: async () => effectiveOf(), newId: () => 'x' };
  const own = createSettingsHandlers({ ...tools, readOnly: true, changed: () => {} });
  pass(7_200_000);
  expect(await own['settings/change']({ changes: { reason: 'x' } })).toEqual({ is: 'private-window' });
  expect(await own['pin/set']({ newPin: '2468' })).toEqual({ is: 'private-window' });
  expect(await own['settings/cancel']({ id: 'wait-2' })).toEqual({ cancelled: false });
  expect(await own['pin/remove']({})).toEqual({ is: 'private-window' });
  expect(await own['settings/import']({ text: '{}' })).toEqual({ is: 'private-window' });
  expect(await own['settings/welcomed']({})).toEqual({ welcomed: true });
  expect(await own['settings/acknowledge']({})).toEqual({ acknowledged: true });
  expect(await own.tick()).toEqual({ due: [], waiting: false });
  expect((await own['settings/get']({})).choices.mode).toBe('zero-tolerance');
  expect(JSON.stringify([...area.items])).toBe(before);
});

test('a page that looks after the wait is over sees what took effect', async () => {
  await handlers['settings/change']({ changes: { mode: 'zero-tolerance', promiseHours: 1 } });
  await handlers['settings/change']({ changes: { mode: 'educate' } });
  pass(3_600_000);
  const view = await handlers['settings/get']({});
  expect(view.waits).toEqual([]);
  expect(view.choices.mode).toBe('educate');
  expect(view.effective.mode.value).toBe('educate');
});

test('forged inputs are refused', () => {
  const change = requests['settings/change'];
  expect(change.safeParse({ changes: { mode: 'off' } }).success).toBe(false);
  expect(change.safeParse({ changes: { lock: null } }).success).toBe(false);
  expect(change.safeParse({ changes: {}, policyKeys: [] }).success).toBe(false);
  expect(change.safeParse({ changes: { continueDelaySeconds: 0 } }).success).toBe(false);
  expect(change.safeParse({ changes: { neutralPage: 'javascript:alert(1)' } }).success).toBe(false);
  expect(change.safeParse({ changes: { reason: 'a\nb' } }).success).toBe(false);
  expect(change.safeParse({ changes: { mode: 'educate' }, pin: '2468' }).success).toBe(true);
});
