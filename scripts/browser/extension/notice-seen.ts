/** Defines what counts as "the notice is shown", in one place for every cell of the matrix. */

import assert from 'node:assert/strict';
import { isNoticePath } from '../../../utils/notice/notice-address.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { exposures, FORBIDDEN } from '../site/classifieds.ts';
import type { Site } from '../site/site.ts';
import { waitFor } from '../wait.ts';

/** How long the notice may take to be shown (milliseconds). Generous, because two browsers share the machine. */
const LIMIT = 15_000;

/** @returns whether an address is a page of the notice: the general one, or a country's own. */
export function isNotice({ base }: BrowserSession, url: string): boolean {
  return url.startsWith(base) && isNoticePath(`/${url.slice(base.length).split(/[?#]/)[0]}`);
}

/** Waits for a tab that shows the notice, whoever opened it. @param limit - milliseconds. */
export function noticeTab(browser: BrowserSession, limit: number): Promise<Tab> {
  return waitFor(
    'a tab with the notice',
    async (): Promise<Tab | undefined> => {
      for (const tab of await browser.tabs()) {
        const view = await browser.view(tab).catch(() => null);
        if (view && isNotice(browser, view.url)) return tab;
      }
      return undefined;
    },
    limit,
  );
}

/** Waits for the notice, and checks what a person and a screen reader find on it. */
export async function seeNotice(browser: BrowserSession, tab: Tab): Promise<void> {
  const view = await waitFor(
    'the notice',
    async () => {
      const now = await browser.view(tab);
      if (now.title === 'Notice' && isNotice(browser, now.url)) return now;
      throw new Error(`the tab shows ${now.title || 'no title'} at ${now.url}`);
    },
    LIMIT,
  );
  await waitFor(
    'the address to leave the location bar',
    async () => !/[?#]https?:/.test((await browser.view(tab)).url),
    LIMIT,
  );
  assert.ok(!view.text.includes(FORBIDDEN), 'text of the listed page is on the notice');
  await waitFor(
    'heading, exit and help in the accessibility tree',
    async () => {
      const found = await browser.accessible(tab);
      const has = (role: string, name?: string) =>
        found.some((each) => each.role === role && (name === undefined ? true : each.name === name));
      const missing = [
        !has('main') && 'main',
        !found.some((each) => each.role === 'heading' && each.name !== '') && 'heading',
        !has('button', 'Leave this page') && 'Leave this page',
        !has('button', 'Get help') && 'Get help',
      ].filter(Boolean);
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
      return true;
    },
    LIMIT,
  );
}

/**
 * Checks that the listed host received no request, and that no listed page could be seen.
 * @param seen - the pages that could be seen; by default, all that reported it to the site.
 */
export function sawNothing(site: Site, host: string, seen = exposures(site)): void {
  assert.deepEqual(
    site.visitsTo(host).map(({ method, url, resource }) => `${method} ${url} ${resource}`),
    [],
    `${host} was asked`,
  );
  assert.deepEqual(seen, [], 'a listed page could be seen');
}

/** Does `seeNotice`, then `sawNothing`. */
export async function intercepted(
  browser: BrowserSession,
  tab: Tab,
  site: Site,
  host: string,
): Promise<void> {
  await seeNotice(browser, tab);
  sawNothing(site, host);
}
