/**
 * Tests faults in a real browser: a worker killed while it writes, a killed browser, full, damaged or lost storage, and too many own
 * lines.
 */

import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, messageOf, openPage, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds, exposures } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { launchInProfile } from './harness/in-profile.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

const [host = ''] = listedHosts(1);
const profile = temporaryFolder('faults');
/** Searches the text of the rules, where Firefox writes the key everywhere, with null if it has no value. */
const WITH_ADDRESS = '"regexSubstitution":"';

let site: Site;
let browser: BrowserSession;

async function start(): Promise<void> {
  browser = await launchInProfile(site, profile.folder);
}

before(async () => {
  site = await startSite(classifieds(() => true));
  await start();
  await ask(browser, 'settings/welcomed', {});
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  profile.remove();
});

/** Makes a change that affects every rule and hundreds of lines. The lines contain its number. */
function bigChange(turn: number): {
  changes: { mode: 'educate' | 'zero-tolerance'; blockedPatterns: string[] };
} {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at));
  return {
    changes: {
      mode: turn % 2 === 0 ? 'zero-tolerance' : 'educate',
      blockedPatterns: [
        `turn-${turn}.test`,
        ...lines(300, (at) => `site-${at}-of-${turn}.test`),
        ...lines(60, (at) => `sections.test/${turn}/${at}/*`),
      ],
    },
  };
}

/** Sends a big change and does not wait for the result. */
async function beginChange(turn: number): Promise<void> {
  await browser.inExtension(`void ${messageOf('settings/change', bigChange(turn))}`);
}

interface Kept {
  mode: string;
  lines: string[];
  rules: string;
  held: number;
  wanted: number;
  problems: string[];
  published: string[];
}

/** @returns what the settings, the browser's rules and the pages contain. Asking wakes the worker, and does nothing else. */
async function kept(): Promise<Kept> {
  const { choices } = await ask(browser, 'settings/get', {});
  const { problems, rules } = await ask(browser, 'status/get', {});
  const seen = await browser.inExtension<{ rules: string; published: string[] }>(`(async () => {
    const rules = await ${API}.declarativeNetRequest.getDynamicRules();
    const { published } = await ${API}.storage.local.get('published');
    return { rules: JSON.stringify(rules), published: published.effective.blocked.user.map(({ text }) => text) };
  })()`);
  return {
    ...seen,
    mode: choices.mode,
    lines: choices.blockedPatterns,
    held: rules.held,
    wanted: rules.wanted,
    problems: problems.filter((problem) => problem !== 'private-windows'),
  };
}

/** The number of the last change in the settings. A worker that is killed at once may never have received the next one. */
let saved: number | undefined;

/**
 * Waits until rules and pages follow the settings, whatever was interrupted. Checks that the settings are either unchanged or
 * contain exactly one of these changes, completely.
 */
async function wholeAgain(...changes: number[]): Promise<void> {
  const turns = saved === undefined ? changes : [saved, ...changes];
  await waitFor(
    'rules that follow the settings, and a status without problems',
    async () => {
      const each = await kept();
      const turn = turns.find((one) => each.lines[0] === `turn-${one}.test`);
      const untouched = saved === undefined && each.lines.length === 0;
      assert.ok(turn !== undefined || untouched, `a mixture: ${each.lines[0]}`);
      if (turn !== undefined) {
        assert.deepEqual(each.lines, bigChange(turn).changes.blockedPatterns);
        assert.equal(each.mode, bigChange(turn).changes.mode);
      }
      const others = turns.filter((one) => one !== turn);
      const follow =
        (turn === undefined || each.rules.includes(`"turn-${turn}.test"`)) &&
        !others.some((one) => each.rules.includes(`"turn-${one}.test"`)) &&
        each.rules.includes(WITH_ADDRESS) === (each.mode === 'educate') &&
        each.held === each.wanted &&
        each.published.length === each.lines.length;
      // Until the new worker has reported, the status is that it has not.
      if (!follow || each.problems.length > 0)
        throw new Error(JSON.stringify({ ...each, lines: each.lines[0], rules: each.rules.length }));
      saved = turn;
      return true;
    },
    60_000,
  );
}

async function protects(): Promise<void> {
  site.forget();
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/ads`);
  await intercepted(browser, tab, site, host);
  await browser.closeTab(tab);
}

test('worker killed at several moments of a big change: the next one goes on where it stopped', async () => {
  let turn = 0;
  for (const moment of [0, 15, 60]) {
    turn++;
    await beginChange(turn);
    await pause(moment);
    await browser.stopWorker();
    await wholeAgain(turn);
  }
  await protects();
});

test('browser killed in the midst of a change, twice: after its start everything follows the settings', async () => {
  for (const [turn, moment] of [
    [11, 5],
    [12, 60],
  ] as const) {
    await beginChange(turn);
    await pause(moment);
    await browser.kill();
    await start();
    await wholeAgain(turn);
  }
  await protects();
});

test('more own lines than the browser has room for: the list stays whole, and the lines are named', async () => {
  const lines = Array.from({ length: 650 }, (_, at) => `many.test/section-${at}/*`);
  const long = `many.test/${'long'.repeat(100)}`;
  const changes = { mode: 'educate' as const, blockedPatterns: [long, 'fits.test', ...lines] };
  await browser.inExtension(`void ${messageOf('settings/change', { changes })}`);
  const { problems, rules } = await waitFor(
    'the lines to be named',
    async () => {
      const status = await ask(browser, 'status/get', {});
      return status.rules.ownLines.length > 0 && status;
    },
    60_000,
  );
  assert.ok(problems.includes('own-lines'), problems.join());
  assert.ok(!problems.includes('rules'), rules.notApplied.join());
  assert.ok(rules.ownLines.includes(lines.at(-1) ?? ''));
  // Only Chromium limits the length of an expression.
  assert.equal(rules.ownLines.includes(long), BROWSER === 'chromium');
  assert.ok(!rules.ownLines.includes('fits.test') && !rules.ownLines.includes(lines[0] ?? ''));
  const options = await openPage(browser, 'options.html', 'These lines are not active');
  await browser.closeTab(options);
  await protects();
  for (const address of ['http://fits.test/', 'http://many.test/section-0/a']) {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, new URL(address).hostname);
    await browser.closeTab(tab);
  }
  // It has no rule, so it is requested, but the extension covers it anyway.
  const tab = await browser.newTab();
  await browser.open(tab, 'http://many.test/section-649/a');
  await seeNotice(browser, tab);
  await browser.closeTab(tab);
  await ask(browser, 'settings/change', { changes: { blockedPatterns: [] } });
  assert.ok(!(await ask(browser, 'status/get', {})).problems.includes('own-lines'));
});

/** Firefox has no limit that a test could reach. */
const chromium = BROWSER === 'chromium' ? test : () => undefined;

chromium(
  'storage full: a change is refused, nothing of it is there, the status says why; then it mends',
  async () => {
    await fillStorage(2_000);
    // Larger than what deleting one of the two stored generations would free.
    const blockedPatterns = Array.from({ length: 500 }, () => `# ${'x'.repeat(500)}`);
    await assert.rejects(
      ask(browser, 'settings/change', { changes: { mode: 'zero-tolerance', blockedPatterns } }),
      /quota/i,
    );
    const { choices } = await ask(browser, 'settings/get', {});
    assert.deepEqual([choices.mode, choices.blockedPatterns], ['educate', []]);
    await protects();
    await browser.inExtension("chrome.storage.local.remove('published')");
    await fillStorage(50);
    assert.ok((await ask(browser, 'status/reapply', {})).problems.includes('storage'));
    const popup = await openPage(browser, 'popup.html', 'could not save');
    await browser.closeTab(popup);
    await protects();
    await browser.inExtension("chrome.storage.local.remove('filler')");
    assert.ok(!(await ask(browser, 'status/reapply', {})).problems.includes('storage'));
  },
);

test('half-written settings: the last good ones, then zero tolerance, and the pages say so', async () => {
  await ask(browser, 'settings/change', { changes: { reason: 'first' } });
  await ask(browser, 'settings/change', { changes: { reason: 'second' } });
  const spoil = (which: string) =>
    browser.inExtension(`(async () => {
      const held = await ${API}.storage.local.get(null);
      const slots = ${which};
      for (const slot of slots) held[slot].body = held[slot].body.slice(0, held[slot].body.length / 2);
      await ${API}.storage.local.set(Object.fromEntries(slots.map((slot) => [slot, held[slot]])));
    })()`);
  await spoil("[held['settings.current']]");
  await browser.stopWorker();
  const { choices, recovered } = await ask(browser, 'settings/get', {});
  assert.deepEqual([choices.reason, recovered?.did], ['first', 'older']);
  await spoil("['settings.a', 'settings.b']");
  await browser.stopWorker();
  const strict = await ask(browser, 'settings/get', {});
  assert.deepEqual([strict.choices.mode, strict.recovered?.did], ['zero-tolerance', 'strict']);
  const options = await openPage(browser, 'options.html', 'Your settings could not be read');
  await seeText(browser, options, 'Zero tolerance is now on.');
  await browser.closeTab(options);
  await protects();
  // The worker noticed the change by itself: no rule contains an address any more.
  await waitFor('rules of zero tolerance', async () => !(await kept()).rules.includes(WITH_ADDRESS));
});

test('the database itself damaged on disk: protection is on, and not looser than before', async () => {
  await ask(browser, 'settings/acknowledge', {});
  assert.equal((await ask(browser, 'settings/get', {})).choices.mode, 'zero-tolerance');
  await ask(browser, 'settings/change', { changes: { reason: 'third' } });
  await browser.close();
  assert.ok(damage() > 0, 'nothing to damage was found');
  await start();
  await guardRegistered(browser);
  const { choices, recovered } = await ask(browser, 'settings/get', {});
  assert.equal(choices.mode, 'zero-tolerance');
  // If the browser could not repair its database, the extension reports what was lost.
  assert.ok(
    choices.reason === 'third' || recovered?.did === 'strict',
    JSON.stringify([choices.reason, recovered]),
  );
  await protects();
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  assert.ok(!(await browser.view(tab)).text.includes(say.notice('continue')));
  assert.deepEqual(exposures(site), []);
});

/** Fills storage up to this many bytes below the limit of an extension: 10 MB (Chrome, `storage.local`, QUOTA_BYTES). */
async function fillStorage(leave: number): Promise<void> {
  const left = await browser.inExtension<number>(`(async () => {
    const { local } = chrome.storage;
    await local.set({ filler: '' });
    await local.set({ filler: 'x'.repeat(local.QUOTA_BYTES - (await local.getBytesInUse()) - ${leave}) });
    return local.QUOTA_BYTES - (await local.getBytesInUse());
  })()`);
  assert.equal(left, leave);
}

/** Overwrites the files in which the browser stores the extension's data. @returns how many. */
function damage(): number {
  const place =
    BROWSER === 'chromium'
      ? /Local Extension Settings\/[a-p]{32}\/(?:\d+\.(?:log|ldb)|MANIFEST-\d+|CURRENT)$/
      : /storage\/default\/moz-extension[^/]*\/idb\/[^/]+\.sqlite(?:-wal)?$/;
  const files = readdirSync(profile.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    place.test(name),
  );
  for (const name of files) {
    const file = join(profile.folder, name);
    writeFileSync(file, Buffer.alloc(statSync(file).size, 'damaged '));
  }
  return files.length;
}
