/** Tests layer 2: listed sections that are reached without a request: pushState, history, back/forward cache, prerender. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ask } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { advertisement, classifieds, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts, listedSection } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';

const section = listedSection();
const listedPath = new URL(section.listed).pathname;
const [host = ''] = listedHosts(1);

/** A single-page site. Its script shows an advertisement under the section's address. */
const SINGLE_PAGE = plainPage(
  '<h1>General site</h1>',
  `<script>globalThis.enter = (how) => {
    history[how]({}, '', ${JSON.stringify(listedPath)});
    document.body.innerHTML = '<main><h1>Ads</h1><p>${FORBIDDEN}</p></main>';
  };</script>`,
);

const PRERENDER = plainPage(
  '<h1>General site</h1>',
  `<script type="speculationrules">${JSON.stringify({ prerender: [{ urls: ['/quiet', listedPath] }] })}</script>`,
);
/** Lets the browser fetch `elsewhere` in advance. Fetching a listed host in advance is blocked. */
const PREFETCH = plainPage(
  '<h1>General site</h1>',
  `<script type="speculationrules">${JSON.stringify({
    prefetch: [{ urls: ['https://elsewhere.test/ahead', `https://${host}/ads`], eagerness: 'immediate' }],
  })}</script>`,
);
/** A page that changes to a listed address while it is prerendered. */
const QUIET = advertisement(
  'Prerendered',
  `<script>history.replaceState({}, '', ${JSON.stringify(listedPath)});</script>`,
);

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(
    classifieds((visit, address) => visit.host === host || address.pathname === listedPath),
    (visit, address) => {
      if (visit.host !== section.host) return { body: plainPage('<h1>Elsewhere</h1>') };
      if (address.pathname === '/prefetch') return { body: PREFETCH };
      if (address.pathname === '/prerender') return { body: PRERENDER };
      if (address.pathname === '/quiet') return { body: QUIET };
      return { body: SINGLE_PAGE };
    },
  );
  browser = await launch({ port: site.port });
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

const listedVisits = () =>
  site.visits
    .filter(({ url }) => new URL(url).pathname === listedPath)
    .map(({ url, resource, purpose }) => `${url} ${resource} ${purpose}`);

test('tabs open before the installation: a listed host, a listed section, a page in the back/forward cache', async () => {
  const onHost = await browser.newTab();
  await browser.open(onHost, `https://${host}/ads`);
  const onSection = await browser.newTab();
  await browser.open(onSection, section.listed);
  const cached = await browser.newTab();
  await browser.open(cached, `https://${host}/cached`);
  await browser.open(cached, 'https://elsewhere.test/');
  const inHistory = await browser.newTab();
  await browser.open(inHistory, section.unlisted);
  await browser.evaluate(inHistory, `void history.pushState({}, '', ${JSON.stringify(`${listedPath}#ads`)})`);
  await browser.evaluate(inHistory, `void history.pushState({}, '', '/after')`);
  assert.ok((await browser.view(onHost)).text.includes(FORBIDDEN), 'without the extension the page shows');
  await browser.install(builtExtension());
  await guardRegistered(browser);
  await seeNotice(browser, onHost);
  await seeNotice(browser, onSection);
  await test('back into the back/forward cache', async () => {
    site.forget();
    await browser.travel(cached, -1);
    await seeNotice(browser, cached);
    assert.deepEqual(site.visitsTo(host), []);
  });
  await test('back, within one document, to a listed section with a fragment', async () => {
    await browser.evaluate(inHistory, 'void history.back()');
    await seeNotice(browser, inHistory);
    assert.deepEqual(listedVisits(), []);
  });
  for (const tab of [onHost, onSection, cached, inHistory]) await browser.closeTab(tab);
});

test('a site that a person adds while a page of it is in the back/forward cache', async () => {
  const own = 'own-site.example';
  const tab = await browser.newTab();
  await browser.open(tab, `https://${own}/before`);
  await browser.open(tab, 'https://elsewhere.test/');
  await ask(browser, 'settings/change', { changes: { blockedPatterns: [own] } });
  site.forget();
  await browser.travel(tab, -1);
  await seeNotice(browser, tab);
  assert.deepEqual(site.visitsTo(own), []);
  await browser.closeTab(tab);
});

for (const how of ['pushState', 'replaceState'] as const) {
  for (const asleep of [false, true]) {
    test(`history.${how} into a listed section${asleep ? ', our worker asleep' : ''}`, async () => {
      const tab = await browser.newTab();
      await browser.open(tab, section.unlisted);
      assert.match((await browser.view(tab)).text, /General site/);
      if (asleep) await browser.stopWorker();
      await browser.evaluate(tab, `void enter('${how}')`);
      await seeNotice(browser, tab);
      assert.deepEqual(listedVisits(), []);
      await browser.closeTab(tab);
    });
  }
}

test('a fragment is added to a section that was entered without a request', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, section.unlisted);
  await browser.evaluate(
    tab,
    `void (history.replaceState({}, '', ${JSON.stringify(listedPath)}), location.hash = 'ads')`,
  );
  await seeNotice(browser, tab);
  assert.deepEqual(listedVisits(), []);
  await browser.closeTab(tab);
});

const ABLE = 'Boolean(HTMLScriptElement.supports && HTMLScriptElement.supports("speculationrules"))';

const chromium = BROWSER === 'chromium' ? test : () => undefined;
// This test fails once Firefox supports speculation rules. Chromium's cases then have to run in Firefox too.
const firefox = BROWSER === 'firefox' ? test : () => undefined;

firefox('this browser knows no speculation rules: nothing is fetched ahead or prerendered', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, new URL('/prerender', section.unlisted).href);
  assert.equal(await browser.evaluate<boolean>(tab, ABLE), false);
  await browser.closeTab(tab);
});

chromium('prerender of a listed section, and of a page that turns into one', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, new URL('/prerender', section.unlisted).href);
  assert.equal(await browser.evaluate<boolean>(tab, ABLE), true);
  await waitFor('the browser to prerender', () =>
    site.visits.some(({ url, purpose }) => url.endsWith('/quiet') && purpose.includes('prerender')),
  );
  await browser.evaluate(tab, `void (location.href = '/quiet')`);
  await seeNotice(browser, (await onlyTabAfter(tab)) ?? tab);
  assert.deepEqual(listedVisits(), [], 'a listed section was prerendered');
});

chromium('a listed host that a page has the browser fetch ahead', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, new URL('/prefetch', section.unlisted).href);
  await waitFor('the browser to fetch ahead', () =>
    site.visits.some(({ url, purpose }) => url.endsWith('/ahead') && purpose.includes('prefetch')),
  );
  await browser.evaluate(tab, `void (location.href = 'https://${host}/ads')`);
  await seeNotice(browser, tab);
  assert.deepEqual(site.visitsTo(host), []);
  await browser.closeTab(tab);
});

test('a listed host by link, our worker killed just before', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'https://elsewhere.test/');
  await browser.stopWorker();
  await browser.open(tab, `https://${host}/ads`);
  await seeNotice(browser, tab);
  assert.deepEqual(site.visitsTo(host), []);
  await browser.closeTab(tab);
});

/** Activating a prerendered page may give the tab another id. */
async function onlyTabAfter(tab: string): Promise<string | undefined> {
  const tabs = await browser.tabs();
  return tabs.includes(tab) ? tab : tabs.at(-1);
}
