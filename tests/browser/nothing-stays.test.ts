/** Tests that nothing stays: after a day of use, the extension stores no address that was opened, neither in memory nor on disk. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { allowPrivate } from '../../scripts/browser/extension/allow-private.ts';
import {
  ask,
  clickOn,
  messageOf,
  policyKnown,
  seeText,
  typeInto,
} from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { searchesRuleset, startedAnew } from '../../scripts/browser/extension/searches-ruleset.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { copyOf, listedHosts, listedSection, lookAlike } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { closePrivate } from './harness/close-private.ts';
import { launchInProfile } from './harness/in-profile.ts';
import { type Kept, whatIsKept } from './harness/kept.ts';
import { encodings, filesWith, hashes, holds, mark } from './harness/traces.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

/**
 * Marks: one in every address opened in an ordinary window, one in those of private windows, one in the written line, and one in the
 * reason.
 */
const [ORDINARY, PRIVATE, LINE, REASON] = [mark(), mark(), mark(), mark()];
const [host = '', other = '', third = ''] = listedHosts(3);
const section = listedSection();
const OWN = ['own.test', 'general.test/ads/*'];

/** One address of each kind. The last only looks like a listed one. */
const OPENED = [
  `https://${host}/${ORDINARY}/city?q=${ORDINARY}#${ORDINARY}`,
  `http://www.${other}:8080/${ORDINARY}`,
  `https://user:${ORDINARY}@${third}/ads`,
  `${section.listed}?page=${ORDINARY}`,
  copyOf(`https://${host}/${ORDINARY}`),
  `http://own.test/${ORDINARY}`,
  `http://general.test/ads/${ORDINARY}`,
  `https://${lookAlike(ORDINARY)}/girls`,
];
const [passed = ''] = OPENED;
const looks = OPENED.at(-1) ?? '';
const inPrivate = `https://${other}/${PRIVATE}`;
const [engine, engineInPrivate] = ['duckduckgo.com', 'www.bing.com'];
const search = `https://${engine}/?q=escorts+near+me+${ORDINARY}`;
const searchInPrivate = `https://${engineInPrivate}/search?q=escorts+near+me+${PRIVATE}`;

/** Strings whose plain hash would be a record too, because sites can be guessed one by one. */
const HASHED = [...OPENED, inPrivate, search, searchInPrivate].flatMap((address) => {
  const { href, hostname, pathname } = new URL(address);
  return [address, href, href.split('#')[0] ?? '', hostname, hostname.replace(/^www\./, ''), pathname];
});
const MARKS = [ORDINARY, PRIVATE, LINE];
const NEEDLES = [...MARKS.flatMap(encodings), ...[...MARKS, ...HASHED].flatMap(hashes)];

const profile = temporaryFolder('stays');
let site: Site;
let browser: BrowserSession;
let base = '';
let salt = '';
/** The extension's name in paths. */
const id = () => new URL(base).hostname;
let morning: Kept;
let hidden: Tab;

async function start(): Promise<void> {
  browser = await launchInProfile(site, profile.folder);
  base = browser.base;
  await guardRegistered(browser);
}

before(async () => {
  site = await startSite(() => ({ body: plainPage('Somewhere') }));
  await start();
  // If an extension restarts right after its installation, Chromium 156 never tells it whether there is a policy.
  await policyKnown(browser);
  await allowPrivate(browser, true);
  await ask(browser, 'settings/welcomed', {});
  const changes = { reason: REASON, blockedPatterns: OWN, writeLine: true, recognizeSearches: true };
  assert.equal((await ask(browser, 'settings/change', { changes })).is, 'applied');
  await searchesRuleset(browser);
  await startedAnew(browser, true);
  await policyKnown(browser);
  morning = await whatIsKept(browser);
});
after(async () => {
  await browser?.close().catch(() => undefined);
  await site?.close();
  profile.remove();
});

const seen = (tab: Tab) =>
  waitFor(
    'the whole notice',
    () =>
      browser.evaluate<boolean>(
        tab,
        `Boolean(document.querySelector('.notice-more details')) && !location.hash`,
      ),
    20_000,
  );

async function notice(tab: Tab, address: string): Promise<void> {
  await browser.open(tab, address);
  await seen(tab);
}

/** Skips the pause, writes the line, enters the PIN if one is needed, and continues. */
async function goOn(tab: Tab, address: string, way = say.notice('continue')): Promise<void> {
  await skipPause(browser, tab);
  await waitFor(
    'the pause to end',
    () =>
      browser.evaluate<boolean>(tab, `Boolean(document.querySelector('.notice-continue button:enabled'))`),
    30_000,
  );
  await typeInto(browser, tab, say.notice('line'), LINE);
  await clickOn(browser, tab, way);
  await seeText(browser, tab, 'Somewhere');
  assert.ok((await browser.view(tab)).url.startsWith(new URL(address).origin));
}

/** What the extension stores in Firefox, so that its worker's next first turn knows that searches are recognized. */
const FOR_FIRST_TURN = BROWSER === 'firefox' ? { 'searches-recognized': '' } : {};

/** Checks that no stored data contains an address in any form. The rule of a pass names the site, but nothing more. */
function clean(kept: Kept, passes: number): void {
  const { storage, sessionRules, ...rest } = kept;
  assert.equal(sessionRules.length, passes);
  const rules = sessionRules.map(({ condition, ...rule }) => ({
    ...rule,
    ...condition,
    requestDomains: null,
  }));
  for (const [name, content] of Object.entries({ ...storage, ...rest, rules }))
    assert.ok(!holds(Buffer.from(JSON.stringify(content)), NEEDLES), `${name} holds an address`);
  // The list itself is in the package and in the rules. Storage names no site except the person's own lines.
  const stored = JSON.stringify(storage);
  for (const site of [host, other, third, section.host, engine, engineInPrivate])
    assert.ok(!stored.includes(site), `${site} is stored`);
  assert.deepEqual(
    [
      rest.databases,
      rest.caches,
      rest.localStorage,
      rest.sessionStorage,
      rest.cookies,
      storage.sync,
      storage.managed,
    ],
    [[], [], FOR_FIRST_TURN, {}, '', {}, {}],
  );
}

test('the search knows every form, and finds what a person did choose to keep', async () => {
  for (const form of encodings(ORDINARY))
    assert.ok(holds(Buffer.concat([Buffer.from('…'), form, Buffer.from('…')]), NEEDLES));
  for (const before of ['', 'a', 'ab'])
    assert.ok(
      holds(Buffer.from(Buffer.from(`${before}https://x/${ORDINARY}/y`).toString('base64')), NEEDLES),
    );
  const { storage } = await whatIsKept(browser);
  assert.ok(holds(Buffer.from(JSON.stringify(storage.local)), encodings(REASON)));
});

test('a day: every kind of address, searches, passes, lines, a mistake reported, wrong PINs, private windows, restarts of the worker', async () => {
  const tab = await browser.newTab();
  for (const address of OPENED) await notice(tab, address);
  // The last one only looks like a listed page. Reports a mistake and copies its text, which shortens the pause.
  await browser.evaluate(tab, `void document.querySelector('.notice-more details').setAttribute('open', '')`);
  await clickOn(browser, tab, say.notice('whyMistake'));
  await clickOn(browser, tab, say.notice('mistakeCopy'));
  await ask(browser, 'pin/set', { newPin: '2468' });
  for (const pin of ['0000', '1111'])
    await waitFor('the PIN to be refused', async () => {
      const asked = messageOf('notice/continue', { address: looks, pin });
      return (await browser.evaluate<{ why: string }>(tab, asked)).why === 'pin-wrong';
    });
  assert.equal((await ask(browser, 'pin/remove', { pin: '2468' })).is, 'applied');
  await goOn(tab, looks);
  await browser.stopWorker();

  // Both are in front, each in its own window, so their pauses run at the same time.
  await notice(tab, passed);
  hidden = await browser.newTab('private');
  await notice(hidden, searchInPrivate);
  await notice(hidden, inPrivate);
  await goOn(hidden, inPrivate);
  await goOn(tab, passed);
  await browser.open(tab, `https://${host}/${ORDINARY}/second`);

  const asked = await browser.newTab();
  await notice(asked, search);
  await goOn(asked, search, say.notice('searchAnyway'));
  const left = await browser.newTab();
  await notice(left, OPENED[5] as string);
  await browser.click(left, say.notice('leave'));

  const kept = await whatIsKept(browser);
  salt = String(kept.storage.session.salt);
  assert.match(salt, /^[0-9a-f-]{36}$/, 'no wait was kept at all, so this shows nothing');
  clean(kept, 4);
});

test('when the passes have ended, no rule, alarm or script is left that was not there in the morning', async () => {
  const { alarms } = await whatIsKept(browser);
  for (const { name } of alarms.filter((each) => each.name.startsWith('pass:')))
    await browser.inExtension(`${API}.alarms.create(${JSON.stringify(name)}, { when: Date.now() })`);
  // When Chromium's last private window closes, the alarms of its worker are lost. Its next private window ends these passes.
  await closePrivate(browser, hidden);
  await notice(await browser.newTab('private'), inPrivate);
  const kept = await waitFor(
    'the passes to end',
    async () => {
      const now = await whatIsKept(browser);
      if (now.sessionRules.length === 0) return now;
      throw new Error(JSON.stringify(now.sessionRules));
    },
    20_000,
  );
  clean(kept, 0);
  assert.deepEqual(
    kept.alarms.filter(({ name }) => name.startsWith('pass:')),
    [],
  );
  assert.deepEqual(kept.dynamicRules, morning.dynamicRules);
  assert.deepEqual(kept.scripts, morning.scripts);
});

test('after a restart even the digests of the waits are gone', async () => {
  const tab = await browser.newTab();
  await notice(tab, OPENED[6] as string);
  await browser.close();
  await start();
  const kept = await whatIsKept(browser);
  clean(kept, 0);
  assert.notEqual(kept.storage.session.salt, salt);
  assert.deepEqual(
    Object.keys(kept.storage.session).filter((key) => key.startsWith('wait:')),
    [],
  );
  await browser.close();
});

/** The files in a profile that belong to an extension. The rest belongs to the browser. */
const OWN_FILES = {
  chromium:
    /^Default\/(?:[^/]*\b(?:Extension|App)\b[^/]*|IndexedDB|Local Storage|Session Storage|Service Worker|Storage|File System|databases|Code Cache)\//,
  firefox: /^(?:storage|storage-sync|extension|addon|webext|prefs\.js|startupCache)/,
}[BROWSER];

const isOwn = (file: string) => OWN_FILES.test(file) || file.includes(id());

test('on the disk: the browser’s own records name what was opened, as they always do; nothing of the extension does', (t) => {
  const found = filesWith(profile.folder, encodings(ORDINARY));
  assert.deepEqual(found.filter(isOwn), []);
  for (const file of found.filter((each) => /^Default\/(?:Secure )?Preferences$/.test(each))) {
    const { extensions } = JSON.parse(readFileSync(join(profile.folder, file), 'utf8')) as {
      extensions: object;
    };
    assert.ok(!holds(Buffer.from(JSON.stringify(extensions)), NEEDLES), file);
  }
  const history = BROWSER === 'chromium' ? 'Default/History' : 'places.sqlite';
  assert.ok(
    found.some((file) => file.startsWith(history)),
    `the browser's history is not where it was: ${found.join(', ')}`,
  );
  t.diagnostic(`records of the browser: ${found.join(', ')}`);
});

test('on the disk: nothing names what a private window opened, the line somebody wrote, or the salt of the waits', () => {
  for (const secret of [PRIVATE, LINE, salt])
    assert.deepEqual(filesWith(profile.folder, encodings(secret)), []);
});

test('on the disk: the extension’s own files hold no hash of an address either; the reason a person wrote is found', () => {
  const kept = filesWith(profile.folder, encodings(REASON));
  assert.ok(kept.some(isOwn), 'the search does not find what is there');
  assert.deepEqual(filesWith(profile.folder, NEEDLES, isOwn), []);
});
