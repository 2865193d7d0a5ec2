/**
 * Tests Firefox's reader view and page source, which show a page inside one of the browser's own pages, where no network rule applies:
 * they lead to the notice.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { FORBIDDEN } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts, listedSection, lookAlike } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

const [host = ''] = listedHosts(1);
const section = listedSection();
const OWN = 'own-line.test';

const reader = (address: string) => `about:reader?url=${encodeURIComponent(address)}`;
const source = (address: string) => `view-source:${address}`;

/** Long enough for the reader view to accept it as an article. */
const ARTICLE = `<!doctype html><html lang="en"><title>Article</title><article><h1>Heading</h1>${`<p>${FORBIDDEN}, and many more words, so that the reader view finds something to read here.</p>`.repeat(12)}</article></html>`;

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: ARTICLE }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

/**
 * Goes there as the address bar does, and sees the notice. Where a rule would pass on the inner address, checks that the notice has
 * it.
 */
async function leadsToNotice(address: string, inner: string | null): Promise<void> {
  const tab = await browser.newTab();
  await browser.open(tab, address).catch(() => undefined);
  await seeNotice(browser, tab);
  const kept = await browser.evaluate<string | null>(tab, 'history.state?.address ?? null');
  assert.equal(kept, inner);
  await pause(500);
  await seeNotice(browser, tab);
  await browser.closeTab(tab);
}

// Chromium's reader view has no address, and its rules apply to view-source, which is the way "view-source" below.
const inFirefox = BROWSER === 'firefox' ? describe : () => undefined;

inFirefox('pages of Firefox that show another one', () => {
  const listed: Record<string, string> = {
    'a listed site': `https://${host}/ads`,
    'a listed section': section.listed,
    'a name that looks listed': `https://${lookAlike('x')}/`,
  };
  for (const [kind, address] of Object.entries(listed)) {
    test(`the reader view of ${kind}`, () => leadsToNotice(reader(address), address));
    test(`the source of ${kind}`, () => leadsToNotice(source(address), address));
  }

  test('an address that is spelled oddly', async () => {
    const odd = `about:reader?url=https%3A%2F%2F%${host.charCodeAt(0).toString(16)}${host.slice(1).toUpperCase()}%2Fads`;
    await leadsToNotice(odd, new URLSearchParams(odd.split('?')[1]).get('url'));
  });

  for (const scheme of ['jar', 'feed', 'pcast'])
    test(`${scheme}: around an address is asked of nobody`, async () => {
      const tab = await browser.newTab();
      await browser
        .open(tab, `${scheme}:https://${host}/ads${scheme === 'jar' ? '!/page.html' : ''}`)
        .catch(() => undefined);
      await pause(1_000);
      assert.deepEqual(site.visitsTo(host), []);
      await browser.closeTab(tab);
    });

  test('a person’s own line', async () => {
    await ask(browser, 'settings/change', { changes: { blockedPatterns: [OWN] } });
    for (const address of [reader(`https://${OWN}/a`), source(`https://${OWN}/a`)])
      await leadsToNotice(address, `https://${OWN}/a`);
  });

  test('with the worker asleep', async () => {
    await browser.stopWorker();
    await leadsToNotice(reader(`https://${host}/ads`), `https://${host}/ads`);
  });

  test('a pass holds for them too', async () => {
    const tab = await browser.newTab();
    await takePass(browser, tab, `https://${host}/ads`);
    await browser.open(tab, reader(`https://${host}/ads`));
    await waitFor('the article', async () => (await browser.view(tab)).text.includes(FORBIDDEN));
    await browser.closeTab(tab);
  });

  test('zero tolerance: the notice holds no address', async () => {
    await ask(browser, 'settings/change', { changes: { mode: 'zero-tolerance' } });
    await leadsToNotice(reader(`https://${host}/ads`), null);
    await leadsToNotice(source(`https://${host}/ads`), null);
  });
});

if (BROWSER === 'chromium') {
  test('the source of a listed page: Chromium’s rules act there, and the site is not asked', async () => {
    const tab = await browser.newTab();
    await browser.open(tab, source(`https://${host}/ads`)).catch(() => undefined);
    await pause(1_000);
    assert.deepEqual(site.visitsTo(host), []);
    assert.ok(!JSON.stringify(await browser.accessible(tab)).includes(FORBIDDEN));
    await browser.closeTab(tab);
  });
}
