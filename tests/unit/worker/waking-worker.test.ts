/** Tests what a worker that starts, or hears of an event, does about tabs, waits and alarms that it did not see itself. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { CompiledList } from '../../../utils/pattern/types.ts';
import { BrowserInMemory, WorkerLife } from './browser-in-memory.ts';

vi.mock('virtual:compiled-list', async () => {
  const { emptyList } = await import('../../../scripts/list/empty-list.ts');
  const empty = emptyList('2026-11-01');
  const list: CompiledList = {
    ...empty,
    hosts: { ...empty.hosts, core: '\none.example\n' },
    names: [{ id: 'n', tier: 'core', regex: '^https?://named[^/?#]*[.]example/' }],
  };
  return { default: list };
});
vi.mock('virtual:main-helplines', () => ({ default: { lines: {}, links: {}, verbs: {} } }));

let kept: BrowserInMemory;
beforeEach(() => {
  kept = new BrowserInMemory();
});

/** Runs a worker until nothing happens any more. */
async function life(then: (worker: WorkerLife) => unknown = () => undefined): Promise<WorkerLife> {
  const worker = new WorkerLife(kept);
  Object.assign(globalThis, { chrome: worker.api() });
  vi.resetModules();
  const { default: background } = await import('../../../entrypoints/background.ts');
  background.main();
  await then(worker);
  await worker.idle();
  return worker;
}
const install = (worker: WorkerLife) => worker.tell('onInstalled', { reason: 'install' });
const change = (changes: object) => (worker: WorkerLife) => worker.ask({ type: 'settings/change', changes });

/** An update ends the session memory and the alarms of the extension. */
function update(): void {
  kept.alarms.clear();
  kept.session.clear();
}

test('a promised wait is followed again after an update, which takes its alarm away', async () => {
  await life(install);
  await life(change({ mode: 'zero-tolerance', promiseHours: 1 }));
  await life(change({ mode: 'educate' }));
  expect([...kept.alarms.keys()]).toContain('settings');
  update();
  await life((worker) => worker.tell('onInstalled', { reason: 'update' }));
  expect([...kept.alarms.keys()]).toContain('settings');
});

test('a promised wait is followed again after the extension was switched off and on, of which no event tells', async () => {
  await life(install);
  await life(change({ mode: 'zero-tolerance', promiseHours: 1 }));
  await life(change({ mode: 'educate' }));
  update();
  await life();
  expect([...kept.alarms.keys()]).toContain('settings');
});

/** A page that is open with a pass, in this tab. */
function passFor(host: string, tabId: number): void {
  const id = 1_000_000 + tabId;
  const condition = { requestDomains: [host], tabIds: [tabId], resourceTypes: ['main_frame' as const] };
  kept.sessionRules.set(id, { id, priority: 100, action: { type: 'allow' }, condition });
  kept.alarms.set(`pass:${id}`, Date.now() + 14 * 60_000);
  kept.tabs.push({ id: tabId, url: `https://${host}/ads` });
}

test.each(['one.example', 'named.example'])(
  'an update ends the pass for %s, and the notice replaces its page',
  async (host) => {
    await life(install);
    passFor(host, 7);
    update();
    await life((worker) => worker.tell('onInstalled', { reason: 'update' }));
    expect(kept.sessionRules.size).toBe(0);
    expect(kept.tabs[0]?.url).toContain('unit/notice');
  },
);

/** Two listed tabs that the browser restores together. */
const TWO = [7, 8].map((id) => ({ id, address: `https://one.example/${id}` }));

test('of two notices that open together, the first in this run of the browser, each can be passed', async () => {
  await life(install);
  const notice = 'chrome-extension://unit/notice.html';
  const ask = (worker: WorkerLife, id: number, message: object) =>
    worker.ask(message, { url: notice, tab: { id, url: notice } });
  await life((worker) =>
    Promise.all(
      TWO.map(({ id, address }) => ask(worker, id, { type: 'notice/opened', address, visible: true })),
    ),
  );
  for (const { id, address } of TWO) {
    let answer: unknown;
    await life(async (worker) => {
      answer = await ask(worker, id, { type: 'notice/continue', address });
    });
    expect(answer).toMatchObject({ why: 'too-early', secondsLeft: expect.any(Number) });
  }
});

test('a page that is about to give way to another one is covered when its pass ends', async () => {
  await life(install);
  passFor('one.example', 7);
  // The other page may never come: it hangs, or the person stops it.
  Object.assign(kept.tabs[0] ?? {}, { pendingUrl: 'https://slow.example/' });
  await life((worker) => worker.tell('onAlarm', { name: 'pass:1000007' }));
  expect(kept.tabs[0]?.url).toContain('unit/notice');
});

test('a page with a pass is not disturbed each time the worker wakes', async () => {
  await life(install);
  await life(change({ blockedPatterns: ['own.example'] }));
  passFor('own.example', 7);
  await life();
  expect(kept.scripted).toEqual([]);
  expect(kept.tabs[0]?.url).toBe('https://own.example/ads');
});

test('a page that is only on the way to a listed one is not covered itself; a tab without a page is', async () => {
  await life(install);
  await life(change({ blockedPatterns: ['own.example'] }));
  const pendingUrl = 'https://own.example/';
  kept.tabs.push(
    { id: 7, url: 'https://weather.example/', pendingUrl },
    { id: 8, url: 'chrome://newtab/', pendingUrl },
  );
  await life();
  expect(kept.scripted).toEqual([8]);
});

test('storage that cannot be read for a moment keeps the worker from covering pages for that moment only', async () => {
  await life(install);
  kept.tabs.push({ id: 7, url: 'https://named.example/ads' });
  const refused = vi.fn();
  process.on('unhandledRejection', refused);
  kept.unreadable = 3;
  await life(async (worker) => {
    await worker.idle();
    kept.unreadable = 0;
    worker.tell('onCommitted', { tabId: 7, frameId: 0, url: 'https://named.example/ads' });
  });
  process.off('unhandledRejection', refused);
  expect(kept.tabs[0]?.url).toContain('unit/notice');
});

test('a policy that is never answered does not keep a worker from its other work', async () => {
  await life(install);
  // The extension was loaded again, of which no event tells.
  update();
  kept.managedFault = 'silent';
  await life();
  expect([...kept.session.keys()]).toEqual(expect.arrayContaining(['applied', 'report']));
});

test('a policy that cannot be read is read again at intervals, however often something asks for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  await life(install);
  kept.managedFault = 'failing';
  const worker = await life();
  // Firefox fires the alarm as early as it was asked to.
  for (let times = 0; times < 5; times++) {
    worker.tell('onAlarm', { name: 'policy' });
    await worker.idle();
  }
  kept.managedReads = 0;
  vi.advanceTimersByTime(5_000);
  await worker.idle();
  vi.useRealTimers();
  expect(kept.managedReads).toBe(1);
});

test('a listed page that no rule has seen is covered where a person withholds access, so that no guard may run', async () => {
  await life(install);
  kept.hostAccess = false;
  const url = 'https://one.example/ads';
  await life(async (worker) => {
    await worker.idle();
    // The site's own service worker answered.
    kept.tabs.push({ id: 7, url });
    worker.tell('onCommitted', { tabId: 7, frameId: 0, url });
  });
  expect(kept.tabs[0]?.url).toContain('unit/notice');
  expect([...kept.local.keys()]).not.toContain('access-refused');
});

test('the style sheet that hides a covered page reaches that document, not the one that follows it in the tab', async () => {
  await life(install);
  const url = 'https://one.example/ads';
  const sender = { url, tab: { id: 7, url }, documentId: 'A' };
  await life((worker) => worker.ask({ type: 'guard/ask', overlayId: 'c1' }, sender));
  expect(kept.styled).toEqual([{ tabId: 7, documentIds: ['A'] }]);
});

test('a notice that comes into view before the worker has answered counts from then on', async () => {
  await life(install);
  const url = 'chrome-extension://unit/notice.html';
  const sender = { url, tab: { id: 7, url } };
  const address = 'https://one.example/ads';
  await life((worker) =>
    Promise.all([
      worker.ask({ type: 'notice/opened', address, visible: false }, sender),
      worker.ask({ type: 'notice/visible', visible: true }, sender),
    ]),
  );
  expect(kept.session.get('wait:7')).toMatchObject({ from: expect.anything() });
});

test('where the policy can never be read, as in Firefox for Android, there is none, and nobody waits for it', async () => {
  kept.managedFault = 'failing';
  await life(install);
  const known = () =>
    (kept.local.get('published') as { effective: { policyKnown: boolean } }).effective.policyKnown;
  expect(known()).toBe(false);
  const userAgent = 'Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0';
  vi.stubGlobal('navigator', { userAgent, languages: navigator.languages });
  kept.alarms.clear();
  await life();
  vi.unstubAllGlobals();
  expect(known()).toBe(true);
  expect([...kept.alarms.keys()]).not.toContain('policy');
});

test('a listed site that a person leaves open has no guard, which would cover it until it is answered', async () => {
  await life(install);
  const guarded = () => kept.scripts.get('guard')?.matches;
  expect(guarded()).toContain('*://*.one.example/*');
  await life(change({ exemptions: ['one.example'] }));
  expect(guarded()).not.toContain('*://*.one.example/*');
  // The section is covered in spite of the exemption, and the worker leaves committed pages of listed hosts to the guard.
  await life(change({ blockedPatterns: ['one.example/section/*'] }));
  expect(guarded()).toContain('*://*.one.example/*');
  await life(change({ blockedPatterns: [], exemptions: ['=one.example', 'one.example/open/*'] }));
  expect(guarded()).toContain('*://*.one.example/*');
});

test('a popup that itself starts the worker, after the extension was switched off and on, sees that all is well', async () => {
  await life(install);
  update();
  let answer: unknown;
  await life(async (worker) => {
    answer = await worker.ask({ type: 'status/get' });
  });
  expect(answer).toMatchObject({ problems: [] });
});

test('a policy that was late in the last run of the browser is not taken for removed before its start is known', async () => {
  kept.managed = { mode: 'zero-tolerance' };
  await life(install);
  kept.local.set('policy-arrival', {
    ...(kept.local.get('policy-arrival') as object),
    emptySince: Date.now() - 3_600_000,
  });
  kept.restart();
  kept.managedFault = 'late';
  // Chromium keeps the alarm that would have looked again, and fires it as soon as it can.
  await life((worker) => worker.tell('onAlarm', { name: 'policy' }));
  expect(kept.local.get('policy-arrival')).toMatchObject({ raw: { mode: 'zero-tolerance' } });
});
