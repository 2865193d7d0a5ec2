/** Tests Firefox with "Never remember history": every window is private, and everything works as in an ordinary window. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { allowPrivate } from '../../scripts/browser/extension/allow-private.ts';
import { ask, openPage, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../scripts/browser/session.ts';
import { classifieds, FORBIDDEN } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { type ManagedInstall, managedInstall } from './harness/managed.ts';
import { ringPassAlarms } from './harness/ring-pass-alarms.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
};

const [host = ''] = listedHosts(1);
const address = `https://${host}/ads`;
const OWN = 'blocked-by-the-office.test';

/** The ways in which a Firefox comes to be like this. */
const WAYS: Record<string, { options: Partial<LaunchOptions>; policy: Record<string, unknown> }> = {
  'chosen in the settings': {
    options: { preferences: { 'browser.privatebrowsing.autostart': true } },
    policy: {},
  },
  'forced by policy': { options: {}, policy: { PrivateBrowsingModeAvailability: 2 } },
};

// In Chromium, private windows have their own worker: private.test.ts.
const inFirefox = BROWSER === 'firefox' ? describe : () => undefined;

async function isPermanent(browser: BrowserSession): Promise<void> {
  const all = await browser.inExtension<boolean>(
    'browser.windows.getAll().then((windows) => windows.every(({ incognito }) => incognito))',
  );
  assert.equal(all, true, 'this Firefox has a window that is not private');
}

/** Continues to the page, and sees the notice again once the pass is over. */
async function goOnAndBack(browser: BrowserSession): Promise<void> {
  const tab = await browser.newTab();
  await takePass(browser, tab, address);
  await seeText(browser, tab, FORBIDDEN);
  assert.ok((await ringPassAlarms(browser)) > 0, 'a pass without an end');
  await seeNotice(browser, tab);
}

for (const [name, way] of Object.entries(WAYS)) {
  inFirefox(`always private, ${name}`, () => {
    let site: Site;
    let browser: BrowserSession;
    let managed: ManagedInstall | undefined;
    const profile = temporaryFolder('always-private');
    before(async () => {
      site = await startSite(classifieds((visit) => visit.host === host || visit.host === OWN));
    });
    afterEach(async () => {
      await browser?.close();
    });
    after(async () => {
      await site?.close();
      managed?.remove();
      profile.remove();
    });

    test('under a policy: its own addresses are covered, its name stands on the notice, no problem is said', async () => {
      managed = managedInstall(
        site,
        { mode: 'zero-tolerance', organizationName: 'Example Works', blockedPatterns: [OWN] },
        way.policy,
      );
      browser = await launch({ ...managed.options, ...way.options });
      await installed(browser);
      await isPermanent(browser);
      await waitFor(
        'the policy',
        async () => (await effectiveConfig(browser))?.organization.name === 'Example Works',
        30_000,
      );
      await guardRegistered(browser);
      for (const one of [`https://${OWN}/`, address]) {
        site.forget();
        const tab = await browser.newTab();
        await browser.open(tab, one);
        await intercepted(browser, tab, site, new URL(one).host);
        await seeText(browser, tab, 'Example Works');
        await browser.closeTab(tab);
      }
      const status = await ask(browser, 'status/get', {});
      assert.equal(status.managed, true);
      assert.equal(status.privateWindows, 'covered');
      assert.deepEqual(status.problems, []);
    });

    test('under a policy that lets people go on: settings are kept, Continue works, and the pass ends', async () => {
      managed?.configure({ mode: 'educate', organizationName: 'Example Works' });
      browser = await launch({ ...managed?.options, port: site.port, ...way.options });
      await installed(browser);
      await isPermanent(browser);
      await policyKnown(browser);
      await guardRegistered(browser);
      await ask(browser, 'settings/change', { changes: { blockedPatterns: [OWN] } });
      site.forget();
      const own = await browser.newTab();
      await browser.open(own, `https://${OWN}/`);
      await intercepted(browser, own, site, OWN);
      await goOnAndBack(browser);
    });

    if (Object.keys(way.policy).length > 0) return;

    test('a person’s own copy: settings are kept over a restart, Continue works, the pass ends', async () => {
      const start = () =>
        launch({
          port: site.port,
          extension: builtExtension(),
          installedBy: 'profile',
          profile: profile.folder,
          ...way.options,
        });
      browser = await start();
      await allowPrivate(browser, true);
      await isPermanent(browser);
      await policyKnown(browser);
      await closeWelcome(browser);
      const options = await openPage(browser, 'options.html', say.options('mode'));
      const { text } = await browser.view(options);
      assert.ok(!text.includes('Settings cannot be changed from a private window'), text);
      await ask(browser, 'settings/change', { changes: { blockedPatterns: [OWN] } });
      await browser.close();
      browser = await start();
      await installed(browser);
      await policyKnown(browser);
      await waitFor('rules', async () => (await ask(browser, 'status/get', {})).problems.length === 0);
      site.forget();
      const own = await browser.newTab();
      await browser.open(own, `https://${OWN}/`);
      await intercepted(browser, own, site, OWN);
      await goOnAndBack(browser);
    });
  });
}
