/**
 * Tests an update from the last release, with settings, a PIN, a promise, a pass and an open notice, and the return to a lower
 * version, which finds what a newer one has left. Everything is right afterwards.
 */

import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, policyKnown } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { takePass } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, FORBIDDEN } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { lastRelease, unpackRelease } from '../../scripts/release/kept-releases.ts';
import { checksum } from '../../utils/settings/checksum.ts';
import { newerCopy } from './harness/newer-copy.ts';

const [host = ''] = listedHosts(1);
const OWN = 'own.test';
const RELEASE = lastRelease();
const folder = temporaryFolder('release');
const CHOICES = {
  reason: 'for my daughter',
  tiers: ['core'] as 'core'[],
  blockedPatterns: [OWN],
  promiseHours: 24,
};

let site: Site;
let browser: BrowserSession;
let passed: Tab;
let noticed: Tab;
let newest: string;
let waits: string[];

const view = () => ask(browser, 'settings/get', {});
const version = () => browser.inExtension<string>(`${API}.runtime.getManifest().version`);

before(async () => {
  site = await startSite(classifieds(() => true));
  unpackRelease(RELEASE, BROWSER === 'firefox' ? 'firefox' : 'chrome', folder.folder);
  browser = await launch({ port: site.port, extension: folder.folder });
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await browser?.close();
  await site?.close();
  folder.remove();
});

test('the last release works: settings, a promise, a pass, a PIN, a notice', async () => {
  assert.equal(await version(), RELEASE);
  assert.equal((await ask(browser, 'settings/change', { changes: CHOICES })).is, 'applied');
  const loosened = await ask(browser, 'settings/change', { changes: { exemptions: ['left-out.test'] } });
  assert.equal(loosened.is, 'needs-wait');
  await policyKnown(browser);
  passed = await browser.newTab();
  await takePass(browser, passed, `https://${OWN}/ads`);
  await waitFor('the page', async () => (await browser.view(passed)).text.includes(FORBIDDEN));
  assert.equal((await ask(browser, 'pin/set', { newPin: '2468' })).is, 'applied');
  noticed = await browser.newTab();
  await browser.open(noticed, CHECK_ADDRESS);
  await seeNotice(browser, noticed);
  waits = (await view()).waits.map(({ id }) => id);
  assert.equal(waits.length, 1);
});

/** Replaces the installed build by another one. */
async function replaceWith(build: string): Promise<void> {
  for (const name of readdirSync(folder.folder))
    rmSync(join(folder.folder, name), { recursive: true, force: true });
  cpSync(build, folder.folder, { recursive: true });
  site.forget();
  await browser.install(folder.folder);
}

test('updated in its place', async () => {
  const newer = newerCopy(builtExtension());
  newest = newer.version;
  try {
    await replaceWith(newer.folder);
  } finally {
    newer.remove();
  }
  assert.equal(await version(), newest);
  await guardRegistered(browser);
});

test('the pass is over: the page gives way to the notice, and nothing is asked', async () => {
  await seeNotice(browser, passed);
  const tab = await browser.newTab();
  await browser.open(tab, `https://${OWN}/ads`);
  await intercepted(browser, tab, site, OWN);
  await browser.closeTab(tab);
});

test('the open notice is not replaced by the page, and a new one works', async (t) => {
  // Chromium closes the pages of an extension that it updates. A tab that remains shows no listed page.
  const left = (await browser.tabs()).includes(noticed);
  t.diagnostic(left ? 'the tab is still there' : 'the browser has closed the tab');
  if (left) assert.ok(!(await browser.view(noticed)).text.includes(FORBIDDEN));
  for (const [address, asked] of [
    [CHECK_ADDRESS, 'check.second-thought.test'],
    [`https://${host}/ads`, host],
  ] as const) {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, asked);
    await browser.closeTab(tab);
  }
});

test('settings, PIN and promise are whole', async () => {
  const { choices, pinSet, waits: now, recovered } = await view();
  const { reason, tiers, blockedPatterns, promiseHours, exemptions } = choices;
  assert.deepEqual({ reason, tiers, blockedPatterns, promiseHours }, CHOICES);
  assert.deepEqual([pinSet, exemptions, recovered], [true, [], null]);
  assert.deepEqual(
    now.map(({ id }) => id),
    waits,
  );
  const loosen = (pin: string) => ask(browser, 'settings/change', { changes: { blockedPatterns: [] }, pin });
  assert.equal((await loosen('1111')).is, 'wrong-pin');
  assert.equal((await loosen('2468')).is, 'needs-wait');
});

test('the status tells the new version, and nothing is wrong', async () => {
  const { extensionVersion, problems, rules } = await ask(browser, 'status/get', {});
  assert.equal(extensionVersion, newest);
  assert.deepEqual(
    problems.filter((problem) => problem !== 'private-windows'),
    [],
  );
  assert.equal(rules.held, rules.wanted);
});

/** What the settings store contains: two generations, and which of them is valid. */
type Stored = Record<string, { generation: number; body: string }> & { 'settings.current': string };

/** Writes settings as a newer version would. Does it from a notice, because during a wait the settings page writes each time it looks. */
async function writeNewerSettings(): Promise<void> {
  const tab = await browser.newTab();
  await browser.open(tab, `${browser.base}notice.html`);
  await seeNotice(browser, tab);
  const current = async () => {
    const stored = await browser.evaluate<Stored>(tab, `${API}.storage.local.get()`);
    const slot = stored['settings.current'];
    return { slot, ...(stored[slot] ?? { generation: 0, body: '' }) };
  };
  await waitFor('settings of a newer version', async () => {
    const { slot, generation, body } = await current();
    const settings = JSON.parse(body) as { version: number; chosen: object };
    const chosen = { ...settings.chosen, shape: 'round' };
    const newer = JSON.stringify({ ...settings, version: settings.version + 1, chosen, diary: [] });
    const written = { generation, checksum: checksum(`${generation}\n${newer}`), body: newer };
    await browser.evaluate(
      tab,
      `${API}.storage.local.set(${JSON.stringify({ [slot]: written })}).then(() => true)`,
    );
    return (await current()).body === newer;
  });
}

const STRANGE = {
  id: 99_999,
  priority: 1_000_000,
  action: { type: 'allow' },
  condition: { requestDomains: [host], resourceTypes: ['main_frame'] },
};

test('a downgrade: a rule that nobody knows is gone, settings of a newer version count as far as they are known, and say so', async () => {
  await browser.inExtension(
    `${API}.declarativeNetRequest.updateDynamicRules({ addRules: [${JSON.stringify(STRANGE)}] }).then(() => true)`,
  );
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/ads`);
  await waitFor('the rule to let the page through', () => site.visitsTo(host).length > 0);
  await browser.closeTab(tab);

  await writeNewerSettings();
  await replaceWith(builtExtension());
  assert.notEqual(await version(), newest);
  await guardRegistered(browser);
  await waitFor('the rule to go', async () => {
    const held = await browser.inExtension<{ id: number }[]>(
      `${API}.declarativeNetRequest.getDynamicRules()`,
    );
    return held.length > 0 && held.every(({ id }) => id !== STRANGE.id);
  });
  for (const [address, asked] of [
    [`https://${host}/ads`, host],
    [`https://${OWN}/ads`, OWN],
  ] as const) {
    const next = await browser.newTab();
    await browser.open(next, address);
    await intercepted(browser, next, site, asked);
    await browser.closeTab(next);
  }
  const { choices, pinSet, recovered } = await view();
  assert.deepEqual([choices.blockedPatterns, choices.reason, pinSet], [[OWN], CHOICES.reason, true]);
  assert.deepEqual(recovered, { did: 'partly', dropped: ['shape', 'diary'] });
  const { problems, rules } = await ask(browser, 'status/get', {});
  assert.deepEqual(
    problems.filter((problem) => problem !== 'private-windows'),
    ['recovered'],
  );
  assert.equal(rules.held, rules.wanted);
});
