/**
 * Measures what any redirect costs the browser: a rule of the same kind as the extension's leads to the floor page, and is compared with
 * the floor and with the notice.
 */
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import type { Site } from '../../scripts/browser/site/site.ts';
import { inTurn, type NoticeTimes } from './notice-time.ts';
import { paintTime } from './paint.ts';
import { reached } from './reached.ts';
import { ANY_NOTICE, CLOCK, NAMELESS_CLOCK, READERS_NOTICE } from './reader.ts';
import { settleIn } from './settle-in.ts';
import { copyOf, FLOOR_PAGE } from './test-builds.ts';

const FROM = 'https://bare-redirect.test/';
const [host = ''] = listedHosts(1);

/** @param runs - pairs of each kind (Chromium). */
export async function bareRedirect(build: string, site: Site, runs: number): Promise<NoticeTimes> {
  const beside = 'notice, beside the floor page behind a bare redirect';
  const near = await inBrowser(build, site, CLOCK, async (page) => ({
    'floor page behind a bare redirect, beside the floor': await inTurn(runs, page.bare, page.floor),
    [beside]: await inTurn(runs, page.notice(READERS_NOTICE), page.bare),
  }));
  const asked = reached(site, host, runs + 1);
  const anywhere = await inBrowser(build, site, NAMELESS_CLOCK, async (page) => ({
    'notice for any place, beside the same': await inTurn(runs, page.notice(ANY_NOTICE), page.bare),
  }));
  return { pairs: { ...near, ...anywhere }, reached: { [beside]: asked }, missing: [] };
}

/** Each opens a page, and returns the time until it is painted (milliseconds). */
interface Pages {
  floor: () => Promise<number>;
  bare: () => Promise<number>;
  /** A listed host, which the extension's own rules lead to this page. */
  notice: (path: string) => () => Promise<number>;
}

/** @param clock - the time zone of the browser, which decides for what place the notice is. */
async function inBrowser<T>(
  build: string,
  site: Site,
  clock: string,
  measure: (pages: Pages) => Promise<T>,
): Promise<T> {
  const copy = copyOf(build);
  const before = process.env.TZ;
  // The browser reads the time zone when it starts.
  process.env.TZ = clock;
  const browser = await launch({ port: site.port, extension: copy.folder }, 'chromium');
  try {
    await guardRegistered(browser);
    await settleIn(browser);
    await redirectTo(browser, FROM, FLOOR_PAGE);
    const tab = await browser.newTab();
    const page = (address: string, arrival: string) => () =>
      paintTime(browser, tab, address, browser.base + arrival);
    site.forget();
    return await measure({
      floor: page(browser.base + FLOOR_PAGE, FLOOR_PAGE),
      bare: page(FROM, FLOOR_PAGE),
      notice: (path) => page(`https://${host}/`, path),
    });
  } finally {
    process.env.TZ = before;
    await browser.close();
    copy.remove();
  }
}

/** Adds a rule of the same kind as the extension's, to any extension with its permissions. */
export function redirectTo(browser: BrowserSession, from: string, to: string): Promise<unknown> {
  const condition = {
    requestDomains: [new URL(from).hostname],
    regexFilter: '^https?://.*',
    resourceTypes: ['main_frame'],
  };
  const redirect = { regexSubstitution: `${browser.base}${to}#\\0` };
  // Higher than all of the extension's priorities, including that of the allowlist.
  const rule = { id: 1_000_000, priority: 1_000, action: { type: 'redirect', redirect }, condition };
  return browser.inExtension(
    `chrome.declarativeNetRequest.updateSessionRules({ addRules: [${JSON.stringify(rule)}] }).then(() => true)`,
  );
}
