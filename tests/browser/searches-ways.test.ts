/** Ways to a covered search: a link, back, a private window, a sleeping worker, a form that posts; and what is left of it. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allowPrivate } from '../../scripts/browser/extension/allow-private.ts';
import { ask, clickOn, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { recognizeSearches } from '../../scripts/browser/extension/searches-ruleset.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { type Kept, whatIsKept } from './harness/kept.ts';
import { type NetWatch, netWatch } from './harness/net-watch.ts';
import { ringPassAlarms } from './harness/ring-pass-alarms.ts';
import { encodings, hashes, holds, mark } from './harness/traces.ts';

/** Part of every covered search, so that anything that was kept of one can be found. */
const MARK = mark();
const WORDS = `escorts+near+me+${MARK}`;
const ENGINE = 'search.brave.com';
const OTHER = 'duckduckgo.com';
const POSTING = 'startpage.com';
const covering = `https://${ENGINE}/search?q=${WORDS}`;
const elsewhere = `https://${OTHER}/?q=${WORDS}`;
const posted = `https://www.${POSTING}/sp/search`;

const NEEDLES = [
  ...encodings(MARK),
  ...[MARK, WORDS, covering, elsewhere, WORDS.replaceAll('+', ' ')].flatMap(hashes),
];

/** Answers for its engine without asking it, as an engine's own may. */
const SERVICE_WORKER = {
  headers: { 'content-type': 'text/javascript' },
  body: `self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    self.addEventListener('fetch', (event) => event.respondWith(new Response('<!doctype html><title>Page</title><h1>From memory</h1>',
      { headers: { 'content-type': 'text/html' } })));`,
};

let site: Site;
let watch: NetWatch;
let browser: BrowserSession;
let morning: Kept;
/** Searches that a person chose to go on to. */
const goneTo: string[] = [];

before(async () => {
  site = await startSite((_, address) =>
    address.pathname === '/worker.js'
      ? SERVICE_WORKER
      : {
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: `<!doctype html><title>Page</title><h1>Page of ${address.hostname}</h1>
      <a href="${covering}">Results elsewhere</a>
      <form method="post" action="${posted}"><input name="query"><button>Search</button></form>`,
        },
  );
  watch = netWatch();
  browser = await launch({ port: site.port, ...watch.options });
  await watch.begin(browser);
  await browser.install(builtExtension());
  await guardRegistered(browser);
  await policyKnown(browser);
  await allowPrivate(browser, true);
  await ask(browser, 'settings/welcomed', {});
  await recognizeSearches(browser, true);
  await policyKnown(browser);
  morning = await whatIsKept(browser);
});
after(async () => {
  await browser?.close().catch(() => undefined);
  await site?.close();
});

/** No request of any kind: neither the page nor a part of it. */
function neverAsked(host: string): void {
  assert.deepEqual(
    site.visitsTo(host).map(({ method, url, resource }) => `${method} ${url} ${resource}`),
    [],
    `${host} was asked`,
  );
}

/** The engine may be asked for its own page and picture, and for nothing that contains the words. */
function notSent(): void {
  assert.deepEqual(
    site.visits.filter(({ url, body }) => `${url} ${body}`.includes(MARK)).map(({ url }) => url),
    [],
  );
}

async function shows(tab: Tab, url: string): Promise<void> {
  const { hostname } = new URL(url);
  await waitFor(`${url} to show`, async () => {
    const now = await browser.view(tab);
    if (now.url === url && now.text.includes(`Page of ${hostname}`)) return true;
    throw new Error(`the tab shows ${now.url}`);
  });
}

async function opens(tab: Tab, url: string): Promise<void> {
  await browser.open(tab, url);
  await shows(tab, url);
}

async function searchAnyway(tab: Tab, url: string): Promise<void> {
  await skipPause(browser, tab);
  await waitFor('the pause to end', () =>
    browser.evaluate<boolean>(tab, `Boolean(document.querySelector('.notice-continue button:enabled'))`),
  );
  await clickOn(browser, tab, 'Search anyway');
  await shows(tab, url);
  goneTo.push(url);
}

/** Neither the words nor the address, plain, encoded or as a plain hash; a pass names the engine alone. */
async function nothingKept(passes: string[][]): Promise<Kept> {
  const kept = await whatIsKept(browser);
  for (const [name, content] of Object.entries(kept))
    assert.ok(!holds(Buffer.from(JSON.stringify(content)), NEEDLES), `${name} holds a search`);
  const sites = kept.sessionRules.map(({ condition }) =>
    (condition as { requestDomains: string[] }).requestDomains.filter((host) => !host.endsWith('.')),
  );
  assert.deepEqual(sites, passes);
  return kept;
}

async function endPasses(): Promise<void> {
  await ringPassAlarms(browser);
  await waitFor(
    'the end of all passes',
    async () => (await whatIsKept(browser)).sessionRules.length === 0,
    20_000,
  );
}

test('a link of another page', async () => {
  const tab = await browser.newTab();
  await opens(tab, 'https://unlisted.test/');
  await browser.click(tab, 'Results elsewhere');
  await seeNotice(browser, tab);
  neverAsked(ENGINE);
  await browser.closeTab(tab);
});

test('back from the notice shows the results that led there; forward, the notice', async () => {
  const tab = await browser.newTab();
  const results = `https://${ENGINE}/search?q=weather`;
  await opens(tab, results);
  await browser.click(tab, 'Results elsewhere');
  await seeNotice(browser, tab);
  notSent();
  await browser.travel(tab, -1);
  await shows(tab, results);
  await browser.travel(tab, 1);
  await seeNotice(browser, tab);
  notSent();
  await browser.closeTab(tab);
});

test('with the worker asleep: covered all the same, and the notice knows which search it was', async () => {
  site.forget();
  const tab = await browser.newTab();
  await browser.stopWorker();
  assert.equal(await browser.workerAwake(), false);
  await browser.open(tab, covering);
  await seeNotice(browser, tab);
  neverAsked(ENGINE);
  await nothingKept([]);
  await searchAnyway(tab, covering);
  await nothingKept([[ENGINE]]);
  await browser.closeTab(tab);
});

test('with the worker asleep: a search without a new page, and one behind #', async () => {
  for (const [opened, script] of [
    [`https://${ENGINE}/search?q=weather`, `history.pushState(null, '', '/search?q=${WORDS}')`],
    ['https://www.baidu.com/', `void (location.hash = 'ie=utf-8&wd=${WORDS}')`],
  ] as const) {
    const tab = await browser.newTab();
    await opens(tab, opened);
    await browser.stopWorker();
    await browser.evaluate(tab, script).catch(() => undefined);
    await seeNotice(browser, tab);
    await browser.closeTab(tab);
  }
});

test('a private window: nothing is sent, and the notice speaks of a search even before any worker runs there', async () => {
  site.forget();
  const tab = await browser.newTab('private');
  await browser.open(tab, elsewhere);
  await seeNotice(browser, tab);
  await seeText(browser, tab, 'This search looks like a search for paid sex.');
  neverAsked(OTHER);
  await browser.closeTab(tab);
});

test('results that the engine’s own service worker has', async () => {
  const tab = await browser.newTab();
  await opens(tab, 'https://www.ecosia.org/weather');
  await browser.evaluate(tab, `navigator.serviceWorker.register('/worker.js').then(() => true)`);
  await waitFor('the service worker', () =>
    browser.evaluate<boolean>(
      tab,
      'navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))',
    ),
  );
  const fromMemory = async (url: string) => {
    await browser.open(tab, url);
    await waitFor('what it answers', async () => (await browser.view(tab)).text.includes('From memory'));
  };
  for (const asleep of [false, true]) {
    await fromMemory('https://www.ecosia.org/search?q=weather');
    site.forget();
    if (asleep) await browser.stopWorker();
    await browser.open(tab, `https://www.ecosia.org/search?q=${WORDS}`);
    await seeNotice(browser, tab);
    notSent();
  }
  await fromMemory('https://www.ecosia.org/search?q=weather');
  await browser.closeTab(tab);
});

test('an engine that is asked by POST: covered as far as an address shows the words, and open beyond it', async () => {
  const tab = await browser.newTab();
  const send = (action: string) =>
    browser.evaluate(
      tab,
      `(document.querySelector('form').action = ${JSON.stringify(action)},
        document.querySelector('input').value = 'escorts near me',
        document.querySelector('form').requestSubmit())`,
    );
  await opens(tab, 'https://unlisted.test/');
  site.forget();
  await send(`${posted}?query=${WORDS}`);
  await seeNotice(browser, tab);
  neverAsked(POSTING);

  await opens(tab, 'https://unlisted.test/');
  site.forget();
  await send(posted);
  await shows(tab, posted);
  // No rule sees what a form posts, and nothing here reads it: docs/privacy.md says so.
  assert.deepEqual(
    site
      .visitsTo(POSTING)
      .flatMap(({ method, resource, body }) => (resource === 'document' ? [`${method} ${body}`] : [])),
    ['POST query=escorts+near+me'],
  );
  await browser.closeTab(tab);
});

/** Pictures, news, maps and goods: by a parameter, a page, a host or a path of their own. */
const TABS = [
  `https://www.google.com/search?q=${WORDS}&udm=2`,
  `https://www.bing.com/news/search?q=${WORDS}`,
  `https://images.search.yahoo.com/search/images;_ylt=Aw?p=${WORDS}`,
  `https://www.google.com/maps/search/${WORDS}/@33.7489924,-84.3902644,12z?entry=ttu`,
  `https://map.naver.com/p/search/${WORDS.replaceAll('+', '%20')}`,
  `https://www.qwant.com/?t=shopping&q=${WORDS}`,
];

test('an engine’s pictures, news, maps and goods', async () => {
  const tab = await browser.newTab();
  for (const url of TABS) {
    const { hostname } = new URL(url);
    await opens(tab, `https://${hostname}/weather`);
    site.forget();
    await browser.open(tab, url);
    await seeNotice(browser, tab);
    notSent();
  }
  await browser.closeTab(tab);
});

test('a search in a map, which changes its path without a new page', async () => {
  const tab = await browser.newTab();
  await opens(tab, 'https://www.google.com/maps/@33.7,-84.3,12z');
  site.forget();
  await browser.evaluate(tab, `history.pushState(null, '', '/maps/search/${WORDS}/@33.7,-84.3,12z')`);
  await seeNotice(browser, tab);
  notSent();
  await browser.closeTab(tab);
});

test('back to results whose pass has ended, from the browser’s own memory too', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, elsewhere);
  await seeNotice(browser, tab);
  await searchAnyway(tab, elsewhere);
  await opens(tab, 'https://unlisted.test/');
  await endPasses();
  site.forget();
  await browser.travel(tab, -1);
  await seeNotice(browser, tab);
  neverAsked(OTHER);
  await browser.closeTab(tab);
});

test('when the pass has ended, nothing is left that was not there before the first search', async () => {
  await endPasses();
  const kept = await nothingKept([]);
  assert.deepEqual(kept.dynamicRules, morning.dynamicRules);
  assert.deepEqual(kept.scripts, morning.scripts);
});

test('all that left on behalf of the extension is the search that a person chose to make', async () => {
  const caused = await watch.end(browser);
  assert.deepEqual(
    caused.map(({ by, address }) => `${by} ${address}`).sort(),
    goneTo.map((address) => `main frame ${address}`).sort(),
  );
});
