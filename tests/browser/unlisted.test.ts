/**
 * Tests pages that are not listed: no content script, no wake-up of the worker, no change of the page, and an intact back/forward
 * cache.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedSection } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

const section = listedSection();
const ORDINARY = [
  'https://plain.test/',
  'http://plain.test:8080/path?q=1#part',
  'https://a.b.plain.test/',
  // Outside the listed section of the same site.
  section.unlisted,
];

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite((visit, address) =>
    address.pathname === '/favicon.ico'
      ? null
      : {
          body: plainPage(
            `<h1>${visit.host}</h1><iframe src="https://frame.test/"></iframe><img src="/picture.png" alt="">`,
          ),
        },
  );
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test('the worker sleeps through ordinary pages, their frames, links, forms and history', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'https://plain.test/first');
  await browser.stopWorker();
  for (const address of ORDINARY) {
    await browser.open(tab, address);
    await browser.evaluate(tab, `void (history.pushState({}, '', '/pushed'), location.hash = 'part')`);
    assert.equal(await browser.workerAwake(), false, `${address} woke the worker`);
  }
  await browser.travel(tab, -1);
  await browser.reload(tab);
  await pause(500);
  assert.equal(await browser.workerAwake(), false);
  await browser.closeTab(tab);
  await pause(300);
  assert.equal(await browser.workerAwake(), false, 'closing a tab woke the worker');
});

test('the page is as it was served: no element, attribute, style sheet or script of ours', async () => {
  const tab = await browser.newTab();
  for (const address of ORDINARY) {
    await browser.open(tab, address);
    const found = await browser.evaluate<{ html: string; sheets: number; globals: string[] }>(
      tab,
      `({ html: document.documentElement.outerHTML, sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
          globals: Object.keys(globalThis).filter((key) => /second|guard|overlay/i.test(key)) })`,
    );
    const served = plainPage(
      `<h1>${new URL(address).hostname}</h1><iframe src="https://frame.test/"></iframe><img src="/picture.png" alt="">`,
    );
    assert.equal(`<!doctype html>${found.html}`, served);
    assert.deepEqual([found.sheets, found.globals], [0, []]);
  }
  await browser.closeTab(tab);
});

test('no script of ours runs in the page', async () => {
  const patterns = await browser.inExtension<string[]>(
    '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all.flatMap((each) => each.matches))',
  );
  assert.ok(patterns.length > 0);
  assert.ok(
    !patterns.some((pattern) => /^\*:\/\/\*\/|<all_urls>|plain\.test/.test(pattern)),
    'the guard runs everywhere',
  );
  assert.ok(
    !patterns.some((pattern) => pattern.includes(section.host.replace(/^www\./, ''))),
    'the guard runs on a general site',
  );
  if (browser.name === 'chromium') {
    assert.deepEqual(await worlds(browser as ChromiumSession, 'https://plain.test/'), ['main']);
  } else {
    assert.deepEqual(await contentScriptsIn(browser, 'https://plain.test/'), []);
  }
});

test('back and forward come from the cache', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'https://plain.test/one');
  await browser.evaluate(
    tab,
    `void addEventListener('pageshow', (event) => { globalThis.cached = event.persisted; })`,
  );
  await browser.open(tab, 'https://other.test/two');
  await browser.travel(tab, -1);
  await waitFor('the first page', async () => (await browser.view(tab)).url.endsWith('/one'));
  assert.equal(
    await waitFor('the page to say so', () => browser.evaluate<boolean>(tab, 'globalThis.cached')),
    true,
  );
  await browser.closeTab(tab);
});

/** @returns the worlds in which scripts run. Chromium names all of them; a content script would add one. */
async function worlds(chromium: ChromiumSession, address: string): Promise<string[]> {
  const tab = await chromium.newTab();
  const found: string[] = [];
  const stop = chromium.cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === new URL(address).origin)
      found.push(context.auxData.isDefault ? 'main' : context.name);
  });
  await chromium.page(tab, 'Runtime.enable');
  await chromium.open(tab, address);
  await pause(300);
  stop();
  await chromium.closeTab(tab);
  return found;
}

/** @returns the registered scripts that Firefox would inject at an address. */
async function contentScriptsIn(session: BrowserSession, address: string): Promise<string[]> {
  const firefox = session as unknown as { inBrowser<T>(body: string, ...args: unknown[]): Promise<T> };
  return firefox.inBrowser<string[]>(
    `return [...WebExtensionPolicy.getByID('second-thought@second-thought').contentScripts]
      .filter((script) => script.matchesURI ? script.matchesURI(Services.io.newURI(args[0])) : script.matches.matches(args[0]))
      .map(String)`,
    address,
  );
}
