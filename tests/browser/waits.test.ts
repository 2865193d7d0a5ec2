/** Tests waits in a real browser: the promise to oneself across restarts and changed clocks, and the pause before `Continue anyway`. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, messageOf, openPage, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { takePass } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds, FORBIDDEN } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { SAME_VISIT_MS } from '../../utils/worker/passes/wait.ts';
import { type DeviceClock, deviceClock } from './harness/device-clock.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const profile = temporaryFolder('waits');
const HOUR = 3_600;
/** `LONGEST_UNSEEN_MS` of utils/settings/elapsed-timer.ts: how long the worker may be down between two runs. */
const UNSEEN = 90;
/** Seconds that the tests themselves may take. */
const SLACK = 25;
const [one = '', two = ''] = listedHosts(2);
let clock: DeviceClock;
let site: Site;
let browser: BrowserSession;

async function start(): Promise<void> {
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    installedBy: 'profile',
    profile: profile.folder,
    wrapper: clock.wrapper,
  });
  await waitFor('the worker', () => ask(browser, 'settings/get', {}), 60_000);
}

before(async () => {
  clock = deviceClock();
  site = await startSite(classifieds(() => true));
  await start();
  // The welcome page would open in front of the notice.
  await ask(browser, 'settings/welcomed', {});
  await policyKnown(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  clock?.remove();
  profile.remove();
});

const view = () => ask(browser, 'settings/get', {});
async function left(): Promise<number> {
  const { waits, choices } = await view();
  assert.equal(choices.mode, 'zero-tolerance', 'the change took effect');
  assert.equal(waits.length, 1);
  return waits[0]?.secondsLeft ?? 0;
}

test('the pause before "Continue anyway" stands still behind another tab, and is each site’s own', async () => {
  const tab = await browser.newTab();
  // Opens another page first: a tab with no other page in its history would close when the notice is left.
  await browser.open(tab, 'https://before.test/');
  await browser.open(tab, `https://${one}/ads`);
  await seeNotice(browser, tab);
  // What the page shows, and what the worker says. Only the worker decides.
  const left = async () => {
    const answer = await browser.evaluate<{ why: string; secondsLeft: number }>(
      tab,
      messageOf('notice/continue', { address: `https://${one}/ads` }),
    );
    assert.equal(answer.why, 'too-early');
    const shown = await browser.evaluate<string>(
      tab,
      `document.querySelector('.notice-continue').textContent`,
    );
    return { worker: answer.secondsLeft, page: Number(/\d+/.exec(shown)?.[0]) };
  };
  const seen = (state: string) =>
    waitFor(`the notice to be ${state}`, () =>
      browser.evaluate<boolean>(tab, `document.visibilityState === '${state}'`),
    );
  await waitFor('the countdown', () =>
    browser.evaluate<boolean>(tab, `document.querySelector('.notice-continue button:disabled') !== null`),
  );
  const other = await browser.newTab();
  await browser.bringToFront(other);
  await seen('hidden');
  const first = await left();
  await pause(7_000);
  const then = await left();
  assert.ok(first.worker - then.worker <= 1 && first.page - then.page <= 1, JSON.stringify([first, then]));

  // Waiting for one site does not count for another.
  const ask = messageOf('notice/continue', { address: `https://${two}/ads` });
  assert.equal((await browser.evaluate<{ why: string }>(tab, ask)).why, 'too-early');

  await browser.closeTab(other);
  await browser.bringToFront(tab);
  await seen('visible');
  await waitFor(
    'the countdown to go on',
    () =>
      browser.evaluate<boolean>(tab, `document.querySelector('.notice-continue button:enabled') !== null`),
    20_000,
  );

  // The time counts for one visit: nobody can leave and return to a finished pause.
  const anew = async () => {
    await browser.open(tab, `https://${one}/ads`);
    await seeNotice(browser, tab);
    await waitFor('a new countdown', () =>
      browser.evaluate<boolean>(tab, `document.querySelector('.notice-continue button:disabled') !== null`),
    );
    return (await left()).worker;
  };
  await browser.click(tab, say.notice('leave'));
  await waitFor('the notice to go', async () => !(await browser.view(tab)).url.startsWith(browser.base));
  assert.ok((await anew()) > 0);
  await browser.closeTab(tab);
});

test('a notice that one goes back to goes on with its pause, and after a minute away begins it anew', async (t) => {
  const tab = await browser.newTab();
  await browser.open(tab, `https://${one}/ads`);
  await seeNotice(browser, tab);
  await skipPause(browser, tab);
  const button = (state: string) =>
    waitFor(`the way on to be ${state}`, () =>
      browser.evaluate<boolean>(tab, `document.querySelector('.notice-continue button:${state}') !== null`),
    );
  await button('enabled');
  await browser.evaluate(tab, 'void (globalThis.stayed = true)');
  const away = () => browser.open(tab, 'https://before.test/');
  await away();
  await browser.travel(tab, -1);
  await seeNotice(browser, tab);
  await button('enabled');
  const whole = await browser.evaluate<boolean>(tab, "'stayed' in globalThis");
  t.diagnostic(`the browser ${whole ? 'kept the notice whole' : 'loaded the notice anew'}`);

  await away();
  await lookedLast(SAME_VISIT_MS + 1_000);
  await browser.travel(tab, -1);
  await seeNotice(browser, tab);
  await button('disabled');
  await browser.closeTab(tab);
});

/** Moves the worker's records of notices this many milliseconds into the past. */
async function lookedLast(ago: number): Promise<void> {
  const moved = await browser.inExtension<number>(`(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const waits = Object.entries(await storage.session.get(null)).filter(([key]) => key.startsWith('wait:'));
    for (const [key, { last, ...wait }] of waits)
      await storage.session.set({ [key]: { ...wait, last: { ...last, wall: last.wall - ${ago}, monotonic: last.monotonic - ${ago} } } });
    return waits.length;
  })()`);
  assert.ok(moved > 0, 'the worker remembers no notice');
}

test('a clock set back does not make a pass longer', async () => {
  const tab = await browser.newTab();
  const address = `https://${one}/ads`;
  const shows = async () => (await browser.view(tab)).text.includes(FORBIDDEN);
  await takePass(browser, tab, address);
  await waitFor('the page', shows);
  await browser.open(tab, `${address}/2`);
  await waitFor('the page again', shows);
  clock.set(-24 * HOUR);
  await browser.open(tab, `${address}/3`);
  await seeNotice(browser, tab);
  clock.set(0);
  await browser.open(tab, `${address}/4`);
  await seeNotice(browser, tab);
  await browser.closeTab(tab);
});

test('under a promise a loosening is noted, shown and waits', async () => {
  await ask(browser, 'settings/change', { changes: { mode: 'zero-tolerance', promiseHours: 1 } });
  const answer = await ask(browser, 'settings/change', { changes: { mode: 'educate' } });
  assert.equal(answer.is, 'needs-wait');
  const seconds = await left();
  assert.ok(seconds > HOUR - SLACK && seconds <= HOUR);
  const tab = await openPage(browser, 'options.html', 'You promised yourself to wait');
  await seeText(browser, tab, 'Takes effect in');
  // Arrow keys go through every value of the list. None of them takes effect yet.
  await browser.evaluate(tab, "document.getElementById('promise-wait').focus()");
  await browser.press(tab, 'ArrowDown');
  await waitFor('the list to show the next wait', () =>
    browser.evaluate<boolean>(tab, "document.getElementById('promise-wait').value === '6'"),
  );
  await seeText(browser, tab, 'Shortening or ending it then takes 6 hours.');
  assert.equal((await view()).choices.promiseHours, 1);
  await browser.closeTab(tab);
});

test('a shorter promise waits for the longer one', async () => {
  const answer = await ask(browser, 'settings/change', { changes: { promiseHours: 0 } });
  assert.equal(answer.is, 'needs-wait');
  const { waits } = await view();
  const promise = waits.find(({ reasons }) => reasons.some(({ why }) => why === 'promise'));
  assert.ok(promise);
  assert.deepEqual(await ask(browser, 'settings/cancel', { id: promise.id }), { cancelled: true });
});

test('a clock set forward while the worker lives does not count', async () => {
  const before = await left();
  clock.set(24 * HOUR);
  await pause(1_500);
  assert.ok(before - (await left()) < SLACK);
});

test('between two lives of the worker a jump counts for no more than a minute and a half', async () => {
  const before = await left();
  await browser.stopWorker();
  clock.set(96 * HOUR);
  const gained = before - (await left());
  assert.ok(gained <= UNSEEN + SLACK, `${gained} s`);
});

test('a clock set back gains nothing either, and the wait does not grow', async () => {
  const before = await left();
  clock.set(-96 * HOUR);
  await pause(500);
  await browser.stopWorker();
  clock.set(0);
  const after = await left();
  assert.ok(after <= before && before - after <= UNSEEN + SLACK, `${before} to ${after}`);
});

test('the wait survives a restart', async () => {
  const before = await left();
  await browser.close();
  await start();
  const after = await left();
  assert.ok(after <= before && before - after < 60, `${before} to ${after}`);
});

test('what it cannot see: a clock set forward while the browser was closed counts as time, and the page says so', async () => {
  const tab = await openPage(browser, 'options.html', 'we cannot notice a changed clock');
  await browser.closeTab(tab);
  await browser.close();
  clock.set(2 * HOUR);
  await start();
  const { choices, waits } = await view();
  assert.deepEqual([choices.mode, waits], ['educate', []]);
  const tabNow = await browser.newTab();
  await browser.open(tabNow, `https://${one}/ads`);
  await seeText(browser, tabNow, say.notice('continue'));
});
