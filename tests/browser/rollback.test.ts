/**
 * Tests a documented rollback: the last release's code returns under a higher version, by policy, for an ordinary user. The person's
 * settings stay, and listed pages stay covered. A lower version alone is tried first.
 */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, seeText } from '../../scripts/browser/extension/ask.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { lastRelease, unpackRelease } from '../../scripts/release/kept-releases.ts';
import { type Device, NO_DEVICE, startDevice } from './harness/device.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { noWayThrough } from './harness/no-way-through.ts';
import { launchPilot, letTestsLook } from './harness/pilot-browser.ts';
import { documentedBlocks, followPilot, pilotBlocks } from './harness/pilot-commands.ts';

/** What only the kept release has on its small list. */
const OLDER_LIST = { version: '2026-11-01', host: 'kept-release.test' };
const OWN = 'own.test';
const CHOICES = { reason: 'for my daughter', blockedPatterns: [OWN] };
const PIN = '2468';
const ROLLBACK = documentedBlocks('docs/deploy/hosting.md', 'rollback');

const text = ROLLBACK.map((block) => block.text).join('');
/** The version that the documented command gives to the older code, and the one before it, which causes the rollback. */
const [, back = '', newer = ''] = /--as-version ((\S+)\.\d+)/.exec(text) ?? [];

let site: Site;
let device: Device | undefined;
let browser: BrowserSession | undefined;
const release = temporaryFolder('release');

before(async () => {
  if (NO_DEVICE) return;
  site = await startSite(classifieds(() => true));
  device = await startDevice();
  // Other accounts may not look into a temporary folder.
  chmodSync(release.folder, 0o755);
});
after(async () => {
  await browser?.close();
  await device?.close();
  await site?.close();
  release.remove();
});

/** Starts the browser (again) as the ordinary user, and waits until the policy has installed the extension. */
async function start(on: Device): Promise<BrowserSession> {
  await browser?.close();
  const session = await launchPilot(on, {
    port: site.port,
    ...(BROWSER === 'firefox' && { preferences: { 'browser.policies.loglevel': 'warn' } }),
  });
  browser = session;
  await waitFor('the worker', () => ask(session, 'status/get', {}), 60_000);
  return session;
}

const versionOf = (session: BrowserSession) =>
  session.inExtension<string>(`${API}.runtime.getManifest().version`);

/** Does what Chromium does every few hours. Asked twice in one run, it only answers `throttled`. */
function checkForUpdate(session: BrowserSession): Promise<string> {
  return session.inExtension<string>('chrome.runtime.requestUpdateCheck().then(({ status }) => status)');
}

/**
 * Waits until Chromium has fetched and unpacked the version, which it uses from its next start on. Its own check may come before this
 * one.
 */
async function fetched(session: BrowserSession, version: string): Promise<void> {
  const answer = await checkForUpdate(session);
  const folder = join(session.profile, 'Default/Extensions', new URL(session.base).hostname);
  await waitFor(
    `Chromium, which said ${answer}, to fetch the older code`,
    () => readdirSync(folder).some((name) => name.startsWith(`${version}_`)),
    60_000,
  );
}

/** Waits until Firefox, when it starts, has checked a copy that its policy names and has reported that it is older. */
async function refusal(session: BrowserSession): Promise<void> {
  const said = `return Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
    .some((event) => event.arguments.join(' ').includes(args[0]))`;
  await waitFor('Firefox to refuse the older copy', () =>
    (session as FirefoxSession).inBrowser(
      said,
      `installed version ${newer} is greater than ${lastRelease()}`,
    ),
  );
}

test('a newer version is there by the pilot’s commands, with what a person has set', {
  skip: NO_DEVICE,
}, async () => {
  assert.ok(device && newer, 'the text names no version');
  const pack = 'npm run pack --';
  followPilot(
    device,
    pilotBlocks().map((block) => ({
      ...block,
      text: block.text.replace(pack, `${pack} --as-version ${newer}`),
    })),
  );
  letTestsLook(device);
  const session = await start(device);
  assert.equal(await versionOf(session), newer);
  // A change is answered once the rules follow it, which takes a long time right after an installation.
  await waitFor('the rules', () => effectiveConfig(session), 60_000);
  assert.equal((await ask(session, 'settings/change', { changes: CHOICES })).is, 'applied');
  assert.equal((await ask(session, 'pin/set', { newPin: PIN })).is, 'applied');
  const tab = await session.newTab();
  await waitFor('the page that only the older list has', async () => {
    await session.open(tab, `https://${OLDER_LIST.host}/`);
    return site.visitsTo(OLDER_LIST.host).length > 0;
  });
  await session.closeTab(tab);
});

test('a lower number alone: the browser stays with the newer code', { skip: NO_DEVICE }, async () => {
  assert.ok(device && browser);
  const target = BROWSER === 'firefox' ? 'firefox' : 'chrome';
  unpackRelease(lastRelease(), target, release.folder);
  const build = `.output/${target}-mv3`;
  device.asAdministrator(`rm -r ${build}; cp -r ${release.folder} ${build}; chmod -R a+rX ${build}`);
  followPilot(
    device,
    ROLLBACK.map((block) => ({ ...block, text: block.text.replace(` --as-version ${back}`, '') })),
  );
  letTestsLook(device);
  if (BROWSER === 'chromium') assert.equal(await checkForUpdate(browser), 'no_update');
  else await refusal(await start(device));
  assert.equal(await versionOf(browser), newer);
});

test('the documented commands bring the older code back', { skip: NO_DEVICE }, async () => {
  assert.ok(device && browser);
  followPilot(device, ROLLBACK);
  letTestsLook(device);
  if (BROWSER === 'chromium') await fetched(await start(device), back);
  const session = await start(device);
  await waitFor('the version', async () => (await versionOf(session)) === back, 60_000);
  const { listVersion, extensionVersion } = await ask(session, 'status/get', {});
  assert.deepEqual(
    { listVersion, extensionVersion },
    { listVersion: OLDER_LIST.version, extensionVersion: back },
  );
});

test('afterwards the settings are whole, the policy is in force, and listed pages are covered', {
  skip: NO_DEVICE,
}, async () => {
  assert.ok(browser);
  const { choices, pinSet, effective } = await ask(browser, 'settings/get', {});
  const { reason, blockedPatterns } = choices;
  assert.deepEqual({ reason, blockedPatterns, pinSet }, { ...CHOICES, pinSet: true });
  assert.deepEqual(effective.mode, { value: 'zero-tolerance', from: 'policy' });
  site.forget();
  for (const address of [CHECK_ADDRESS, `https://${OLDER_LIST.host}/`, `https://${OWN}/ads`]) {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, new URL(address).hostname);
    await seeText(browser, tab, 'Example Works');
    await noWayThrough(browser, tab, address);
    await browser.closeTab(tab);
  }
  const { rules } = await ask(browser, 'status/get', {});
  assert.equal(rules.held, rules.wanted);
});
