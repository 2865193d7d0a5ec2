/** Tests that the next worker completes what it finds, wherever the last one was killed, and is strict if the storage is lost. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompiledList } from '../../../utils/pattern/types.ts';
import { BrowserInMemory, WorkerLife } from './browser-in-memory.ts';

vi.mock('virtual:compiled-list', async () => {
  const { emptyList } = await import('../../../scripts/list/empty-list.ts');
  const empty = emptyList('2026-11-01');
  const list: CompiledList = {
    ...empty,
    hosts: {
      ...empty.hosts,
      core: '\none.example\ntwo.example\n',
      extended: '\nthree.example\n',
      broad: '\nfour.example\n',
    },
    paths: [{ id: 'p', tier: 'core', host: 'general.example', regex: '^https?://[^/?#]*/adult(?:[/?#]|$)' }],
  };
  return { default: list };
});
vi.mock('virtual:main-helplines', () => ({ default: { lines: {}, links: {}, verbs: {} } }));

let kept: BrowserInMemory;

/** Runs a worker that is killed after this many calls. */
async function life(then: (worker: WorkerLife) => unknown, killAfter?: number): Promise<WorkerLife> {
  const worker = new WorkerLife(kept, killAfter);
  Object.assign(globalThis, { chrome: worker.api() });
  vi.resetModules();
  const { default: background } = await import('../../../entrypoints/background.ts');
  background.main();
  // Hashing a PIN takes time without calling the browser.
  await Promise.race([then(worker), worker.killed]);
  await worker.idle();
  return worker;
}
const wake = () => life(() => undefined);
const install = (worker: WorkerLife) => worker.tell('onInstalled', { reason: 'install' });
const change = (changes: object) => (worker: WorkerLife) =>
  void worker.ask({ type: 'settings/change', changes });

interface Whole {
  mode: string;
  tiers: readonly string[];
  pin: boolean;
}

/** What the browser must have for the settings and the policy that it keeps, computed again by the worker of the last run. */
async function whole(): Promise<Whole> {
  const { currentState, forgetState } = await import('../../../utils/worker/state.ts');
  const { targetRules } = await import('../../../utils/worker/rules/target-rules.ts');
  const { matchPatterns } = await import('../../../utils/worker/rules/guard-scripts.ts');
  const { platform } = await import('../../../utils/worker/platform.ts');
  forgetState();
  const state = await currentState();
  const zero = state.effective.mode.value === 'zero-tolerance';
  const wanted = targetRules(
    state.recognition,
    !kept.hostAccess
      ? { kind: 'block' }
      : zero
        ? { kind: 'page', path: state.noticePath }
        : { kind: 'address', url: `chrome-extension://unit${state.noticePath}` },
    platform,
  );
  expect([...kept.dynamicRules.values()].sort((a, b) => a.id - b.id)).toEqual(wanted.rules);
  expect([...kept.rulesets].sort()).toEqual([...wanted.rulesets].sort());
  expect(kept.scripts.get('guard')?.matches).toEqual(matchPatterns(wanted.guardedHosts));
  const published = kept.local.get('published') as { effective: object };
  expect(published.effective).toEqual(JSON.parse(JSON.stringify(state.effective)));
  for (const rule of kept.sessionRules.values()) {
    expect(zero, 'a pass in zero tolerance').toBe(false);
    expect([...kept.alarms.keys()], 'a pass without an end').toContain(`pass:${rule.id}`);
  }
  const { mode, tiers, pinSet } = state.effective;
  return { mode: mode.value, tiers: tiers.value, pin: pinSet };
}

/** @returns what the worker of the last run has stored. */
async function stored() {
  const { settingsStore } = await import('../../../utils/worker/settings/browser-store.ts');
  return (await settingsStore.load()).settings;
}

function passFor(site: string, tabId: number, id = 1_000_001): void {
  const condition = { requestDomains: [site], tabIds: [tabId], resourceTypes: ['main_frame' as const] };
  kept.sessionRules.set(id, { id, priority: 100, action: { type: 'allow' }, condition });
  kept.alarms.set(`pass:${id}`, Date.now() + 14 * 60_000);
  kept.tabs.push({ id: tabId, url: `https://${site}/ads` });
}

/** The address of a notice over a listed page, in tab 7. */
const NOTICE = 'chrome-extension://unit/notice.html';
const onNotice = (worker: WorkerLife, message: object) =>
  worker.ask(message, { url: NOTICE, tab: { id: 7, url: NOTICE } });
const address = 'https://one.example/ads';

const { subtle } = crypto;
const derive = subtle.deriveBits.bind(subtle);

beforeEach(() => {
  kept = new BrowserInMemory();
  // This is about where a worker is killed, not about how long hashing a PIN takes.
  vi.spyOn(subtle, 'deriveBits').mockImplementation((algorithm, ...rest) =>
    derive({ ...(algorithm as Pbkdf2Params), iterations: 1 }, ...rest),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Scenario {
  prepare: () => Promise<unknown>;
  act: (worker: WorkerLife) => unknown;
  /** What the state may be afterwards. */
  may: Whole[];
  /** What must be true if nothing was killed. */
  done?: () => unknown;
  /** What must be true wherever the worker was killed. */
  always?: () => unknown;
}
const DEFAULT = { mode: 'educate', tiers: ['core', 'extended'], pin: false };
const STRICT = { mode: 'zero-tolerance', tiers: ['core'], pin: false };
const FIRM = { ...DEFAULT, mode: 'zero-tolerance' };
const LOCKED = { ...DEFAULT, pin: true };
const BIG = {
  mode: 'zero-tolerance',
  tiers: ['core'],
  blockedPatterns: ['own.example', 'own.example/section/*', '=exact.example'],
  exemptions: ['three.example'],
};

const SCENARIOS: Record<string, Scenario> = {
  'the first run': { prepare: async () => undefined, act: install, may: [DEFAULT] },
  'a big change of the settings, with a pass open': {
    prepare: async () => {
      await life(install);
      passFor('one.example', 7);
    },
    act: change(BIG),
    may: [DEFAULT, STRICT],
  },
  'back to a looser state': {
    prepare: async () => {
      await life(install);
      await life(change(BIG));
    },
    act: change({ mode: 'educate', tiers: ['core', 'extended'], exemptions: [], blockedPatterns: [] }),
    may: [STRICT, DEFAULT],
  },
  'a policy that arrives, with a pass open': {
    prepare: async () => {
      await life(install);
      passFor('one.example', 7);
      kept.managed = { mode: 'zero-tolerance', listTiers: ['core'] };
    },
    act: (worker) => worker.tell('onStorage', {}, 'managed'),
    may: [STRICT],
  },
  'access withdrawn': {
    prepare: async () => {
      await life(install);
      kept.hostAccess = false;
    },
    act: (worker) => worker.tell('onRemoved', {}),
    may: [DEFAULT],
  },
  'an update, with a pass open whose alarm is gone': {
    prepare: async () => {
      await life(install);
      passFor('one.example', 7);
      kept.alarms.clear();
      kept.session.clear();
    },
    act: (worker) => worker.tell('onInstalled', { reason: 'update' }),
    may: [DEFAULT],
  },
  'a pass that is granted': {
    prepare: async () => {
      await life(install);
      kept.tabs.push({ id: 7, url: NOTICE });
      await life((worker) => onNotice(worker, { type: 'notice/opened', address, visible: true }));
      const waited = Date.now() + 10_000;
      vi.spyOn(Date, 'now').mockReturnValue(waited);
    },
    act: (worker) => onNotice(worker, { type: 'notice/continue', address }),
    may: [DEFAULT],
    done: () => expect([...kept.sessionRules.values()][0]?.condition).toMatchObject({ tabIds: [7] }),
  },
  'a PIN that is set': {
    prepare: () => life(install),
    act: (worker) => worker.ask({ type: 'pin/set', newPin: '2468' }),
    may: [DEFAULT, LOCKED],
    done: async () => expect(await whole()).toEqual(LOCKED),
  },
  'a PIN that is removed': {
    prepare: async () => {
      await life(install);
      await life((worker) => worker.ask({ type: 'pin/set', newPin: '2468' }));
    },
    act: (worker) => worker.ask({ type: 'pin/remove', pin: '2468' }),
    may: [LOCKED, DEFAULT],
    done: async () => expect(await whole()).toEqual(DEFAULT),
  },
  'a promised wait that ends': {
    prepare: async () => {
      await life(install);
      await life(change({ mode: 'zero-tolerance', promiseHours: 1 }));
      await life(change({ mode: 'educate' }));
      expect((await stored()).pending).toHaveLength(1);
      // The device was off for two hours.
      const { alarms } = kept.copy();
      kept.restart();
      kept.alarms = alarms;
      const later = Date.now() + 2 * 3_600_000;
      vi.spyOn(Date, 'now').mockReturnValue(later);
    },
    act: (worker) => worker.tell('onAlarm', { name: 'settings' }),
    may: [FIRM, DEFAULT],
    done: async () => expect(await whole()).toEqual(DEFAULT),
    always: async () => {
      // A promised wait is followed until it ends.
      if ((await stored()).pending.length > 0) expect([...kept.alarms.keys()]).toContain('settings');
    },
  },
  'an import': {
    prepare: () => life(install),
    act: (worker) => {
      const choices = { mode: 'zero-tolerance', tiers: ['core'], blockedPatterns: ['own.example'] };
      const text = JSON.stringify({ format: 'second-thought-settings', version: 1, choices });
      return worker.ask({ type: 'settings/import', text });
    },
    may: [DEFAULT, STRICT],
    done: async () => expect(await whole()).toEqual(STRICT),
    always: async () => {
      const { mode, tiers, blockedPatterns } = (await stored()).chosen;
      const all = [mode, tiers, blockedPatterns].filter((each) => each !== undefined);
      expect([0, 3], 'a part of the file').toContain(all.length);
    },
  },
};

for (const [name, { prepare, act, may, done, always }] of Object.entries(SCENARIOS)) {
  test(`killed at every await point of ${name}`, { timeout: 120_000 }, async () => {
    await prepare();
    const start = kept;
    kept = start.copy();
    const { calls } = await life(act);
    expect(may).toContainEqual(await whole());
    await done?.();
    expect(calls).toBeGreaterThan(10);
    for (let killAt = 0; killAt < calls; killAt++) {
      kept = start.copy();
      await life(act, killAt);
      // Only wakes the worker: no event says what was interrupted.
      await wake();
      const came = await whole().catch((error: Error) => {
        throw new Error(`killed after call ${killAt} of ${calls}: ${error.message}`);
      });
      expect(may, `killed after call ${killAt} of ${calls}`).toContainEqual(came);
      await always?.();
      if (came.mode === 'zero-tolerance')
        for (const { url } of kept.tabs) expect(url).toContain('unit/notice');
    }
  });
}

test('the whole browser killed at every await point of a big change, and started again', {
  timeout: 120_000,
}, async () => {
  await life(install);
  const start = kept;
  kept = start.copy();
  const { calls } = await life(change(BIG));
  expect([...kept.alarms.keys()], 'an alarm for what is in place').not.toContain('apply');
  let called = 0;
  for (let killAt = 0; killAt < calls; killAt++) {
    kept = start.copy();
    await life(change(BIG), killAt);
    if (kept.alarms.has('apply')) called++;
    kept.restart();
    await life((worker) => worker.tell('onStartup'));
    expect([DEFAULT, STRICT], `call ${killAt}`).toContainEqual(await whole());
  }
  // If only the worker is killed on the way, an alarm restarts it.
  expect(called).toBeGreaterThan(10);
});

test('a wake-up with everything in place writes nothing', async () => {
  await life(install);
  const before = JSON.stringify([[...kept.local], [...kept.dynamicRules], [...kept.scripts]]);
  const { calls } = await wake();
  expect(JSON.stringify([[...kept.local], [...kept.dynamicRules], [...kept.scripts]])).toBe(before);
  expect(calls).toBeLessThan(25);
});

describe('storage', () => {
  const status = async (worker: WorkerLife) =>
    (await worker.ask({ type: 'status/get' })) as { problems: string[]; rules: { ownLines: string[] } };

  test('full: a change is refused and nothing of it is there; a policy counts anyway', async () => {
    await life(install);
    kept.room = JSON.stringify([...kept.local]).length;
    let answer: unknown;
    await life(async (worker) => {
      answer = await worker.ask({ type: 'settings/change', changes: BIG });
    });
    expect(answer).toMatchObject({ refused: expect.stringContaining('quota') });
    expect(await whole()).toEqual(DEFAULT);
    passFor('one.example', 7);
    kept.managed = { mode: 'zero-tolerance' };
    let problems: string[] = [];
    const worker = await life((one) => one.tell('onStorage', {}, 'managed'));
    problems = (await status(worker)).problems;
    expect(problems).toContain('storage');
    expect(kept.sessionRules.size).toBe(0);
    expect(kept.tabs[0]?.url).toContain('unit/notice');
    expect(kept.dynamicRules.get(1)?.action).toMatchObject({
      redirect: { extensionPath: expect.any(String) },
    });
    // The next worker knows only what the browser says, and that is enough.
    await wake();
    expect(kept.dynamicRules.get(1)?.action).toMatchObject({
      redirect: { extensionPath: expect.any(String) },
    });
  });

  test('lost as a whole: zero tolerance and a report, not the looser default', async () => {
    await life(install);
    await life(change(BIG));
    kept.local.clear();
    kept.restart();
    const worker = await life((one) => one.tell('onStartup'));
    expect((await whole()).mode).toBe('zero-tolerance');
    expect((await status(worker)).problems).toContain('recovered');
  });

  test('garbage under every key: protection is on, and never looser than before', async () => {
    for (const rubbish of [null, 7, 'x', [], {}, { raw: 'x', known: 'y' }, { effective: null }]) {
      kept = new BrowserInMemory();
      await life(install);
      await life(change(BIG));
      for (const key of kept.local.keys()) kept.local.set(key, rubbish);
      kept.restart();
      await life((one) => one.tell('onStartup'));
      expect((await whole()).mode, JSON.stringify(rubbish)).toBe('zero-tolerance');
    }
  });
});

test('more own lines than the browser has room for: what fits is on, the list is whole, and the lines are named', async () => {
  await life(install);
  const list = [...kept.dynamicRules.values()];
  const lines = Array.from({ length: 700 }, (_, index) => `own.example/section-${index}/*`);
  const long = `own.example/${'long'.repeat(110)}`;
  const liar = `own.example/liar${'long'.repeat(110)}`;
  const worker = await life(change({ blockedPatterns: [long, liar, ...lines] }));
  const held = [...kept.dynamicRules.values()];
  expect(held.slice(0, list.length)).toEqual(list);
  expect(held.filter(({ condition }) => condition.regexFilter !== undefined).length).toBeGreaterThan(990);
  const { problems, rules } = (await worker.ask({ type: 'status/get' })) as {
    problems: string[];
    rules: { ownLines: string[]; notApplied: string[] };
  };
  expect(problems).toContain('own-lines');
  expect(problems).not.toContain('rules');
  expect(rules.ownLines).toEqual(expect.arrayContaining([long, liar]));
  expect(rules.ownLines).toContain(lines.at(-1));
  expect(rules.ownLines).not.toContain(lines[0]);
  expect(rules.notApplied).toEqual([]);
});

describe('a pass whose end a clock set back would put off', () => {
  const page = (worker: WorkerLife) =>
    worker.ask({ type: 'guard/ask', overlayId: 'c0' }, { url: address, tab: { id: 7, url: address } });
  const setBack = (milliseconds: number) => {
    const now = Date.now() - milliseconds;
    vi.spyOn(Date, 'now').mockReturnValue(now);
  };

  test('is a pass as long as the clock stands still', async () => {
    await life(install);
    passFor('one.example', 7);
    let answer: unknown;
    await life(async (worker) => {
      answer = await page(worker);
    });
    expect(answer).toMatchObject({ kind: 'pass' });
  });

  test('is none when its page asks, and its rule is gone', async () => {
    await life(install);
    let answer: unknown;
    await life(async (worker) => {
      // Waits until the worker has finished starting.
      await worker.idle();
      passFor('one.example', 7);
      setBack(3_600_000);
      answer = await page(worker);
    });
    expect(answer).toMatchObject({ kind: 'leave' });
    expect(kept.sessionRules.size).toBe(0);
    expect([...kept.alarms.keys()].filter((name) => name.startsWith('pass:'))).toEqual([]);
  });

  test('ends when the worker wakes, and its page is replaced by the notice', async () => {
    await life(install);
    passFor('one.example', 7);
    setBack(3_600_000);
    await wake();
    expect(kept.sessionRules.size).toBe(0);
    expect(kept.tabs[0]?.url).toContain('unit/notice');
  });
});
