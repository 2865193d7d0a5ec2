/** Tests `Continue anyway`: after a pause, for one site in one tab, decided by the worker, and ended by time, reload or update. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { closeWelcome, continueAnyway, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures, FORBIDDEN, returns } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { newerCopy } from './harness/newer-copy.ts';
import { ringPassAlarms } from './harness/ring-pass-alarms.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  overlay: readWords('overlay', 'en'),
  notice: readWords('notice', 'en'),
};

const [host = '', other = ''] = listedHosts(2);
const listed = `https://${host}/ads`;

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(classifieds(() => true));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

const hasButton = async (tab: Tab, name: string) =>
  (await browser.accessible(tab)).some((each) => each.role === 'button' && each.name === name);

test('a pass opens the page with a pass banner that keeps help and the way out', async () => {
  const tab = await browser.newTab();
  const began = Date.now();
  await browser.open(tab, listed);
  await seeNotice(browser, tab);
  assert.equal(await hasButton(tab, say.notice('continue')), false, 'no pause before the pass');
  await continueAnyway(browser, tab);
  assert.ok(Date.now() - began >= 6_000, 'the pause was shorter than six seconds');
  const view = await waitFor('the page', async () => {
    const now = await browser.view(tab);
    return now.text.includes(FORBIDDEN) && now;
  });
  assert.equal(view.url, listed);
  assert.ok(site.visitsTo(host).length > 0);
  await waitFor('the pass banner', () => hasButton(tab, say.overlay('leave')));
  const said = (await browser.accessible(tab)).map(({ name }) => name).join(' ');
  assert.match(said, /help/i, 'no help on the pass banner');

  await test('the page itself cannot reach into the pass banner', async () => {
    assert.equal(
      await browser.evaluate(
        tab,
        `[...document.documentElement.children].filter((each) => each.shadowRoot).length`,
      ),
      0,
    );
  });
  await test("the page's own requests pass in this tab", async () => {
    site.forget();
    await browser.evaluate(tab, `fetch('/picture').then((answer) => answer.status)`);
    assert.equal(site.visitsTo(host).length, 1);
    await browser.open(tab, `https://${host}/second`);
    assert.ok((await browser.view(tab)).text.includes(FORBIDDEN));
  });
  await test('parts from another listed site stay blocked, parts from elsewhere come', async () => {
    site.forget();
    const loads = (address: string) =>
      browser.evaluate<boolean>(
        tab,
        `fetch('${address}', { mode: 'no-cors' }).then(() => true, () => false)`,
      );
    assert.deepEqual(
      [await loads(`https://${other}/picture`), await loads('https://elsewhere.test/picture')],
      [false, true],
    );
    assert.deepEqual(site.visitsTo(other), []);
  });
  await test('in another tab there is no pass', async () => {
    site.forget();
    const second = await browser.newTab();
    await browser.open(second, listed);
    await seeNotice(browser, second);
    assert.deepEqual(site.visitsTo(host), []);
    await browser.closeTab(second);
  });
  await test('for another site in this tab there is no pass', async () => {
    site.forget();
    await browser.open(tab, `https://${other}/`);
    await seeNotice(browser, tab);
    assert.deepEqual(site.visitsTo(other), []);
  });
  await test('the pass banner leads away', async () => {
    await browser.open(tab, listed);
    await waitFor('the pass banner', () => hasButton(tab, say.overlay('leave')));
    await browser.click(tab, say.overlay('leave'));
    await waitFor('an empty or neutral page', async () => {
      if (!(await browser.tabs()).includes(tab)) return true;
      return !(await browser.view(tab)).text.includes(FORBIDDEN);
    });
  });
});

test('the worker decides: a message from the notice before the pause is over is refused', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, listed);
  await seeNotice(browser, tab);
  const ask = (address: string) =>
    browser.evaluate<{ granted: boolean; why?: string }>(
      tab,
      `${API}.runtime.sendMessage({ type: 'notice/continue', address: ${JSON.stringify(address)} })`,
    );
  const early = await ask(listed);
  assert.deepEqual([early.granted, early.why], [false, 'too-early']);
  const foreign = await ask('https://plain.test/');
  assert.deepEqual([foreign.granted, foreign.why], [false, 'not-listed']);
  await browser.open(tab, listed);
  await intercepted(browser, tab, site, host);
  await browser.closeTab(tab);
});

test('a pass ends by itself and the tab returns to the notice', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, listed);
  assert.ok((await ringPassAlarms(browser)) > 0, 'a pass without an end');
  await seeNotice(browser, tab);
  site.forget();
  await browser.open(tab, listed);
  await intercepted(browser, tab, site, host);
  await browser.closeTab(tab);
});

test('a passed page that one goes back to, its pass ended meanwhile, is covered, also where the browser has kept it whole', async (t) => {
  const tab = await browser.newTab();
  await takePass(browser, tab, listed);
  await waitFor('the page', async () => (await browser.view(tab)).text.includes(FORBIDDEN));
  site.forget();
  await browser.open(tab, 'https://elsewhere.test/');
  await waitFor('the other page to be seen', () => exposures(site).length > 0);
  assert.ok((await ringPassAlarms(browser)) > 0, 'a pass without an end');
  await waitFor('the pass to end', async () => (await passRules()) === 0);
  site.forget();
  await browser.travel(tab, -1);
  await intercepted(browser, tab, site, host);
  // Chromium drops its cached pages when rules change. Firefox restores them if it has enough memory, and the guard covers them.
  if (browser.name === 'chromium') assert.deepEqual(returns(site), []);
  t.diagnostic(
    `the browser ${returns(site).length > 0 ? 'had kept the page whole' : 'loaded the page anew'}`,
  );
  await browser.closeTab(tab);
});

test('a private window has its own pass, and it works', async () => {
  const tab = await browser.newTab('private');
  await takePass(browser, tab, listed);
  await waitFor('the page', async () => (await browser.view(tab)).text.includes(FORBIDDEN));
  await waitFor('the pass banner', () => hasButton(tab, say.overlay('leave')));
  await browser.closeTab(tab);
});

test('extension reloaded with a passed page open: the pass ends, and the guard stands', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, listed);
  await waitFor('the page', async () => (await browser.view(tab)).text.includes(FORBIDDEN));
  await browser.reloadExtension();
  await guardRegistered(browser);
  // Chromium keeps a pass and its alarm after a reload. Firefox drops both.
  assert.equal((await ringPassAlarms(browser)) > 0, browser.name === 'chromium');
  await seeNotice(browser, tab);
  site.forget();
  const second = await browser.newTab();
  await browser.open(second, listed);
  await intercepted(browser, second, site, host);
  await browser.closeTab(second);
  await browser.closeTab(tab);
});

test('extension updated with a passed page open: the pass is over, and the guard stands', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, listed);
  const newer = newerCopy(builtExtension());
  try {
    await browser.install(newer.folder);
    assert.equal(await browser.inExtension<string>(`${API}.runtime.getManifest().version`), newer.version);
    await guardRegistered(browser);
    await seeNotice(browser, tab);
    site.forget();
    const second = await browser.newTab();
    await browser.open(second, listed);
    await intercepted(browser, second, site, host);
  } finally {
    newer.remove();
  }
});

/** @returns how many rules allow a site in one tab. */
function passRules(): Promise<number> {
  return browser.inExtension<number>(
    `${API}.declarativeNetRequest.getSessionRules().then((rules) => rules.filter(({ condition }) => condition.tabIds).length)`,
  );
}
