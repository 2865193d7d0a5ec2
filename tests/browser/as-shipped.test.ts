/**
 * Tests the main flows in a browser as people have it, without the harness's switches and preferences except for its profile folder
 * and name resolution: a listed page, a pass, a policy, a start with a listed page.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { ask, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, noticeTab, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { closeWelcome, continueAnyway, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { managedInstall } from './harness/managed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
};

/** The second host has no https. */
const [host = '', plain = ''] = listedHosts(2);
const START = 'https://start.example.com/';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(
    classifieds((visit) => visit.host === host || visit.host === plain),
    () => ({ body: plainPage(`<h1>Start</h1><a href="http://${plain}/ads">Plain link</a>`) }),
  );
  site.withoutHttps.add(plain);
});
afterEach(() => browser?.close());
after(() => site?.close());
beforeEach(() => site.forget());

async function start(): Promise<void> {
  browser = await launch({ port: site.port, extension: builtExtension(), asShipped: true });
  await guardRegistered(browser);
  await policyKnown(browser);
  await closeWelcome(browser);
}

/** Continues from the notice to the page, and sees the page under this scheme. */
async function goOn(tab: Tab, scheme: string, on: string): Promise<void> {
  await seeNotice(browser, tab);
  await skipPause(browser, tab);
  await continueAnyway(browser, tab);
  await seeText(browser, tab, FORBIDDEN);
  const { url } = await browser.view(tab);
  assert.equal(url, `${scheme}://${on}/ads`);
}

test('a listed page is covered, and Continue leads where the browser would have led', async () => {
  await start();
  const tab = await browser.newTab();
  for (const scheme of ['http', 'https']) {
    site.forget();
    await browser.open(tab, `${scheme}://${host}/ads`);
    await intercepted(browser, tab, site, host);
  }
  await takePass(browser, tab, `https://${host}/ads`);
  await seeText(browser, tab, FORBIDDEN);
  await browser.closeTab(tab);

  // Typed without https, on a site that has none. The browser itself asks for https first.
  const typed = await browser.newTab();
  await browser.open(typed, `http://${plain}/ads`);
  await goOn(typed, 'http', plain);
  await browser.closeTab(typed);

  const linked = await browser.newTab();
  await browser.open(linked, START);
  await browser.click(linked, 'Plain link');
  await goOn(linked, 'http', plain);
  await browser.closeTab(linked);

  const status = await ask(browser, 'status/get', {});
  assert.deepEqual(status.problems, []);
});

test('a policy is in force', async () => {
  const managed = managedInstall(site, { mode: 'zero-tolerance', organizationName: 'Example Works' });
  try {
    browser = await launch({ ...managed.options, asShipped: true });
    await installed(browser);
    await waitFor(
      'the policy',
      async () => (await effectiveConfig(browser))?.organization.name === 'Example Works',
      60_000,
    );
    const tab = await browser.newTab();
    site.forget();
    await browser.open(tab, `http://${plain}/ads`);
    await intercepted(browser, tab, site, plain);
    await seeText(browser, tab, 'Example Works');
    assert.ok(!(await browser.view(tab)).text.includes(say.notice('continue')));
  } finally {
    managed.remove();
  }
});

test('the browser starts with a listed page, named on its command line or left from its last run: the notice is there', async (t) => {
  const managed = managedInstall(site, { mode: 'educate', continueDelaySeconds: 0 });
  const profile = temporaryFolder('as-shipped');
  const listed = `https://${host}/ads`;
  const begin = async (how: Pick<LaunchOptions, 'address' | 'restore'>) => {
    await browser?.close();
    site.forget();
    browser = await launch({ ...managed.options, profile: profile.folder, asShipped: true, ...how });
  };
  t.after(async () => {
    await browser.close();
    managed.remove();
    profile.remove();
  });

  await begin({});
  await installed(browser);
  await guardRegistered(browser);

  await begin({ address: listed });
  await standsAtStart();

  await begin({ restore: false });
  const tab = await browser.newTab();
  // A notice that appears before the policy's own rules has no way on and no address.
  await waitFor(
    'a notice that leads on',
    async () => {
      await browser.open(tab, listed);
      await seeNotice(browser, tab);
      return browser.evaluate<boolean>(tab, `history.state?.address === ${JSON.stringify(listed)}`);
    },
    60_000,
  );
  await takePass(browser, tab, listed);
  await seeText(browser, tab, FORBIDDEN);
  // Leaves the browser time to save its session, which it does at an unknown time.
  await pause(2_000);
  await begin({ restore: true });
  await standsAtStart();

  /** Checks that the notice is in a tab that the browser opened itself, and stays there. */
  async function standsAtStart(): Promise<void> {
    const started = await noticeTab(browser, 30_000);
    await seeNotice(browser, started);
    t.diagnostic(`requests that went out: ${site.visitsTo(host).length}`);
    // Chromium may show the page for a moment on a busy machine. `start.test.ts` measures for how long.
    if (BROWSER === 'firefox') assert.deepEqual(exposures(site), [], 'the page could be seen');
    site.forget();
    await browser.reload(started);
    await intercepted(browser, started, site, host);
  }
});
