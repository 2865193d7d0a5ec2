/**
 * Measures what the extension costs an ordinary, heavy page: load time compared with a browser without it and with an extension that
 * has one rule, scripts, wake-ups, elements (Chromium).
 */
import type { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import type { Handler, Site } from '../../scripts/browser/site/site.ts';
import { redirectTo } from './bare-redirect.ts';
import { inTurn } from './notice-time.ts';
import { settleIn } from './settle-in.ts';
import type { Pairs } from './statistics.ts';
import { copyOf, emptyCopy, FLOOR_PAGE } from './test-builds.ts';

export interface UnlistedCost {
  /** Beside a browser without extensions. */
  load: Pairs;
  /** Beside an extension with our permissions and one rule for another site: the least that any extension of this kind can cost. */
  besideRule: Pairs;
  contentScripts: number;
  wakeUps: number;
  addedElements: number;
}

const HEAVY_PAGE = 'https://heavy.test/';
/** A search engine whose pages the bench's site makes equally heavy. */
export const HEAVY_ENGINE = 'www.bing.com';
const HEAVY_HOSTS: readonly string[] = [new URL(HEAVY_PAGE).hostname, HEAVY_ENGINE];
const PARTS = 60;
const ELEMENTS = 3_000;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10"/></svg>';

/** Serves a page of many elements that requests many scripts and pictures. */
export const heavySite: Handler = ({ host }, { pathname }) => {
  if (!HEAVY_HOSTS.includes(host)) return null;
  if (pathname.endsWith('.js'))
    return {
      headers: { 'content-type': 'text/javascript' },
      body: `globalThis.parts = (globalThis.parts ?? 0) + 1;`,
    };
  if (pathname.endsWith('.svg')) return { headers: { 'content-type': 'image/svg+xml' }, body: PICTURE };
  const numbers = Array.from({ length: PARTS }, (_, number) => number);
  const scripts = numbers.map((number) => `<script src="/${number}.js"></script>`).join('');
  const pictures = numbers.map((number) => `<img src="/${number}.svg" alt="">`).join('');
  const text = '<p>An <em>ordinary</em> page.</p>'.repeat(ELEMENTS / 2);
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Heavy</title>${scripts}</head><body>${pictures}${text}</body></html>`,
  };
};

/** @param runs - pairs. */
export async function unlistedCost(build: string, site: Site, runs: number): Promise<UnlistedCost> {
  const [copy, leastCopy] = [copyOf(build), emptyCopy(build)];
  const [ours, bare, oneRule] = await Promise.all([
    launch({ port: site.port, extension: copy.folder }, 'chromium'),
    launch({ port: site.port }, 'chromium'),
    launch({ port: site.port, extension: leastCopy.folder }, 'chromium'),
  ]);
  try {
    await guardRegistered(ours);
    await settleIn(ours);
    await redirectTo(oneRule, 'https://another.test/', FLOOR_PAGE);
    const [tab, bareTab, ruleTab] = [await ours.newTab(), await bare.newTab(), await oneRule.newTab()];
    await Promise.all([ours.stopWorker(), oneRule.stopWorker()]);
    const mine = () => loadTime(ours, tab);
    return {
      load: await inTurn(runs, mine, () => loadTime(bare, bareTab)),
      besideRule: await inTurn(runs, mine, () => loadTime(oneRule, ruleTab)),
      wakeUps: await wakeUps(ours, tab),
      addedElements: (await elements(ours, tab)) - (await elements(bare, bareTab)),
      contentScripts: await foreignWorlds(ours as ChromiumSession),
    };
  } finally {
    await Promise.all([ours.close(), bare.close(), oneRule.close()]);
    copy.remove();
    leastCopy.remove();
  }
}

/** @returns milliseconds from the start of the navigation to the end of the load event. */
export async function loadTime(browser: BrowserSession, tab: Tab, page = HEAVY_PAGE): Promise<number> {
  await browser.open(tab, 'about:blank');
  await browser.open(tab, page);
  return browser.evaluate<number>(
    tab,
    `new Promise((resolve) => { const look = () => { const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
       if (loadEventEnd > 0) resolve(loadEventEnd); else setTimeout(look, 5); }; look(); })`,
  );
}

async function wakeUps(browser: BrowserSession, tab: Tab): Promise<number> {
  await browser.stopWorker();
  let found = 0;
  for (let page = 0; page < 5; page++) {
    await loadTime(browser, tab);
    if (await browser.workerAwake()) found++;
  }
  return found;
}

const elements = (browser: BrowserSession, tab: Tab) =>
  browser.evaluate<number>(tab, 'document.querySelectorAll("*").length');

/** Counts the worlds in which scripts run. Chromium names all of them; a content script adds one to the page's own. */
async function foreignWorlds(chromium: ChromiumSession): Promise<number> {
  const tab = await chromium.newTab();
  let found = 0;
  const stop = chromium.cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === new URL(HEAVY_PAGE).origin && !context.auxData.isDefault) found++;
  });
  await chromium.page(tab, 'Runtime.enable');
  await chromium.open(tab, HEAVY_PAGE);
  stop();
  await chromium.closeTab(tab);
  return found;
}
