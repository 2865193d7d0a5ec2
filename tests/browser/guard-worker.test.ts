/** Tests layer 2: pages from the site's own service worker, which the network rules alone cannot stop. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import {
  advertisement,
  classifieds,
  exposures,
  FORBIDDEN,
  plainPage,
} from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';

const [caching = '', networkFirst = ''] = listedHosts(2);
/** A site that is on no list, for a person's own line. */
const own = 'own-site.example';

const PAGE = advertisement('Advertisement from the service worker');
const WORKERS: Record<string, string> = {
  [caching]: `const page = ${JSON.stringify(PAGE)};
    self.addEventListener('fetch', (event) => {
      if (new URL(event.request.url).host !== location.host) return;
      event.respondWith(new Response(page, { headers: { 'content-type': 'text/html' } }));
    });`,
  [networkFirst]: `self.addEventListener('fetch', (event) => event.respondWith(
    fetch(event.request).catch(() => fetch('/fallback?' + Date.now()))));`,
};
WORKERS[own] = WORKERS[networkFirst] as string;
const INSTALL = `<script>
  navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready);
</script>`;

let site: Site;
let browser: BrowserSession;

/** Installs the sites' service workers before the extension, as on a machine where it is installed later. */
before(async () => {
  site = await startSite(classifieds(() => true));
  site.handle((visit, address) => {
    const worker = WORKERS[visit.host];
    if (worker === undefined) return null;
    if (address.pathname === '/start') return { body: plainPage('Start', INSTALL) };
    if (address.pathname !== '/worker.js') return null;
    const start = `self.addEventListener('install', () => self.skipWaiting());
      self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));`;
    return { headers: { 'content-type': 'text/javascript' }, body: start + worker };
  });
  browser = await launch({ port: site.port });
  for (const host of [caching, networkFirst, own]) {
    const tab = await browser.newTab();
    await browser.open(tab, `https://${host}/start`);
    await waitFor(`the service worker of ${host}`, () =>
      browser.evaluate<boolean>(
        tab,
        'navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))',
      ),
    );
    await browser.closeTab(tab);
  }
  await workersAnswer();
  await browser.install(builtExtension());
  await guardRegistered(browser);
  await closeWelcome(browser);
  await ask(browser, 'settings/change', { changes: { blockedPatterns: [own] } });
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

/** Checks that without the extension the pages load and can be seen. Otherwise, the tests below could not fail. */
async function workersAnswer(): Promise<void> {
  const tab = await browser.newTab();
  site.forget();
  await browser.open(tab, `https://${caching}/ads`);
  assert.equal((await browser.view(tab)).title, 'Advertisement from the service worker');
  assert.deepEqual(site.visitsTo(caching), []);
  await waitFor('the page to report itself', () => exposures(site).length > 0);
  await browser.open(tab, `https://${networkFirst}/ads`);
  assert.ok(site.visitsTo(networkFirst).length > 0);
  await browser.closeTab(tab);
}

for (const [name, host] of [
  ['a caching worker', caching],
  ['a network-first worker', networkFirst],
  ['a network-first worker of a person’s own site', own],
] as const) {
  test(`${name} answers for a listed page: the notice stands, nothing was asked, nothing was seen`, async () => {
    for (const address of [`https://${host}/ads`, `https://${host}/other?q=1`]) {
      const tab = await browser.newTab();
      await browser.open(tab, address);
      await seeNotice(browser, tab);
      assert.deepEqual(
        site.visitsTo(host).map(({ url }) => url),
        [],
      );
      assert.deepEqual(exposures(site), []);
      await browser.closeTab(tab);
    }
  });

  test(`${name}, with our own worker asleep`, async () => {
    for (const time of ['once', 'twice']) {
      await browser.stopWorker();
      const tab = await browser.newTab();
      await browser.open(tab, `https://${host}/ads`);
      await seeNotice(browser, tab);
      assert.deepEqual(
        site.visitsTo(host).map(({ url }) => url),
        [],
        time,
      );
      assert.deepEqual(exposures(site), [], time);
      await browser.closeTab(tab);
    }
  });
}

test('a pass opens a page whose own service worker was there before', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, `https://${networkFirst}/ads`);
  await waitFor('the page', async () => (await browser.view(tab)).text.includes(FORBIDDEN));
  assert.ok(site.visitsTo(networkFirst).some(({ url }) => url.endsWith('/ads')));
  await browser.closeTab(tab);
});
