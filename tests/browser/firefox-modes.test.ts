/**
 * Tests Firefox as cautious people set it up: HTTPS-First, HTTPS-Only, strict tracking protection, no fingerprinting, container tabs.
 * Each mode is tested with a listed page, a pass, a policy, and a start together with a listed address.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ask, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, isNotice, noticeTab, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { continueAnyway } from '../../scripts/browser/extension/take-pass.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { type ManagedInstall, managedInstall } from './harness/managed.ts';

/** The second host has no https, nor does one that is not listed. Firefox keeps all extensions away from the last two. */
const [host = '', plain = '', restricted = '', quarantined = ''] = listedHosts(4);
const UNLISTED_PLAIN = 'unlisted-plain.test';
const POLICY = { mode: 'educate', organizationName: 'Example Works', continueDelaySeconds: 0 };

interface Mode {
  preferences: Readonly<Record<string, string | number | boolean>>;
  /** A preference that the mode sets. It proves that the mode is on. */
  proof: string;
  /** Whether Firefox asks a question before it shows a page without https. */
  asks: boolean;
}

/** Firefox's own lists of hosts, not locked by a policy here. */
const KEPT_AWAY = {
  'extensions.webextensions.restrictedDomains': restricted,
  'extensions.quarantinedDomains.list': quarantined,
};

/** Modes that do not affect each other share a browser. */
const MODES: Readonly<Record<string, Mode>> = {
  'HTTPS-First and strict tracking protection': {
    preferences: {
      'dom.security.https_first': true,
      'dom.security.https_first_schemeless': true,
      'browser.contentblocking.category': 'strict',
      ...KEPT_AWAY,
    },
    proof: 'privacy.trackingprotection.enabled',
    asks: false,
  },
  'HTTPS-Only and no fingerprinting': {
    preferences: {
      'dom.security.https_only_mode': true,
      'privacy.resistFingerprinting': true,
      ...KEPT_AWAY,
    },
    proof: 'dom.security.https_only_mode',
    asks: true,
  },
};

const zone = process.env.TZ;
const inFirefox = BROWSER === 'firefox' ? describe : () => undefined;

for (const [name, { preferences, proof, asks }] of Object.entries(MODES)) {
  inFirefox(name, () => {
    const profile = temporaryFolder('firefox-mode');
    let site: Site;
    let managed: ManagedInstall;
    let browser: FirefoxSession;

    const start = async (address?: string) => {
      browser = (await launch({
        ...managed.options,
        profile: profile.folder,
        preferences,
        asShipped: true,
        ...(address && { address }),
      })) as FirefoxSession;
    };
    before(async () => {
      // A time zone from which a country can be guessed. Firefox without fingerprinting has that of Iceland.
      process.env.TZ = 'Europe/Berlin';
      site = await startSite(
        classifieds(({ host: asked }) => [host, plain, restricted, quarantined].includes(asked)),
        () => ({ body: plainPage('<h1>Not listed</h1>') }),
      );
      site.withoutHttps.add(plain).add(UNLISTED_PLAIN);
      managed = managedInstall(site, POLICY);
      await start();
      await installed(browser);
      await waitFor(
        'the policy',
        async () => (await effectiveConfig(browser))?.organization.name === 'Example Works',
        60_000,
      );
      await guardRegistered(browser);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      managed?.remove();
      profile.remove();
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    beforeEach(() => site.forget());

    test('covered in an ordinary and in a container tab, with the policy’s words and the country’s law', async () => {
      const on = await browser.inBrowser<boolean>('return Services.prefs.getBoolPref(args[0])', proof);
      assert.equal(on, true, `${proof} is off`);
      for (const tab of [await browser.newTab(), await containerTab(browser)]) {
        for (const scheme of ['http', 'https']) {
          await browser.open(tab, `${scheme}://${host}/ads`);
          await intercepted(browser, tab, site, host);
        }
        await seeText(browser, tab, 'Example Works');
        const country = await browser.evaluate(tab, 'document.documentElement.dataset.country');
        assert.equal(country, 'DE');
        await browser.closeTab(tab);
      }
    });

    test('a pass opens the page, in a container tab too, and there alone', async () => {
      const tab = await containerTab(browser);
      await browser.open(tab, `https://${host}/ads`);
      await seeNotice(browser, tab);
      await continueAnyway(browser, tab);
      await seeText(browser, tab, FORBIDDEN);
      site.forget();
      const other = await browser.newTab();
      await browser.open(other, `https://${host}/ads`);
      await seeNotice(browser, other);
      await browser.closeTab(other);
      await browser.closeTab(tab);
    });

    test('Continue leads where the browser would have led: a page that has no https', async () => {
      const unlisted = await browser.newTab();
      // Does not use `open`, because Firefox's own question never finishes loading.
      await browser.evaluate(unlisted, `void (location.href = 'http://${UNLISTED_PLAIN}/ads')`);
      const without = await waitFor('the page without us', () => document(browser, unlisted));
      const tab = await browser.newTab();
      await browser.open(tab, `http://${plain}/ads`);
      await seeNotice(browser, tab);
      assert.deepEqual(site.visitsTo(plain), []);
      await continueAnyway(browser, tab);
      const withUs = await waitFor('the page behind the notice', async () => {
        const now = await document(browser, tab);
        return now && !isNotice(browser, now) && now;
      });
      if (asks) {
        assert.match(without, /^about:httpsonlyerror/);
        assert.match(withUs, /^about:httpsonlyerror/);
      } else {
        assert.equal(without, `http://${UNLISTED_PLAIN}/ads`);
        assert.equal(withUs, `http://${plain}/ads`);
        await seeText(browser, tab, FORBIDDEN);
      }
      await browser.closeTab(tab);
      await browser.closeTab(unlisted);
    });

    test('a host on Firefox’s own lists of domains is out of reach, and nothing tells the extension so', async () => {
      for (const one of [restricted, quarantined]) {
        const tab = await browser.newTab();
        await browser.open(tab, `https://${one}/ads`);
        // The limit that docs/security.md states. If Firefox changes, the limit no longer exists.
        await seeText(browser, tab, FORBIDDEN);
        await browser.closeTab(tab);
      }
      assert.deepEqual((await ask(browser, 'status/get', {})).problems, []);
    });

    test('a listed address that opens together with the browser', async () => {
      await browser.close();
      await start(`https://${host}/ads`);
      const tab = await noticeTab(browser, 20_000);
      await seeNotice(browser, tab);
      assert.deepEqual(exposures(site), [], 'the page could be seen');
    });
  });
}

/** @returns a tab in a new container. */
async function containerTab(browser: FirefoxSession): Promise<Tab> {
  const { userContext } = await browser.bidi.send('browser.createUserContext', {});
  const { context } = await browser.bidi.send('browsingContext.create', { type: 'tab', userContext });
  return context;
}

/** @returns the document's own address, which distinguishes an error page from the page it replaces; null if there is none yet. */
async function document(browser: BrowserSession, tab: Tab): Promise<string | null> {
  const ready =
    "document.readyState !== 'loading' && location.href !== 'about:blank' ? document.documentURI : null";
  return browser.evaluate<string | null>(tab, ready).catch(() => null);
}
