/** Takes a tab that shows a listed page to the notice, unless it has a pass. */

import { browser } from '../../extension-api.ts';
import { SEARCH_NOTICE_PAGE } from '../../notice/notice-address.ts';
import { pageUrl } from '../../page-url.ts';
import { parseAddress } from '../../pattern/address.ts';
import { overAddress } from '../../pattern/covered-address.ts';
import { match } from '../../pattern/match.ts';
import { hasPass } from '../passes/passes.ts';
import { currentState, type GuardState } from '../state.ts';
import { type CoveredPage, isLeaving, redirectTab, retryRedirect, stopRetrying } from './redirect-retry.ts';

/** How long the injection of the guard may take (milliseconds). */
const GUARD_PATIENCE = 400;

/** The pause between two checks of a page that keeps changing its address (milliseconds). */
const STORM_PAUSE = 100;

/** How long a guard has to stop its page and leave, before the worker redirects the tab (milliseconds). */
const FIRST_WORD = 50;

export type Outcome = 'not-listed' | 'passed' | 'covered';

/** Decides whether an address in a tab is covered. */
export async function decide(url: string, tabId: number): Promise<{ outcome: Outcome; state: GuardState }> {
  const state = await currentState();
  if (!match(url, state.recognition)) return { outcome: 'not-listed', state };
  const passed = !isZeroTolerance(state) && (await hasPass(parseAddress(url)?.host ?? '', tabId));
  return { outcome: passed ? 'passed' : 'covered', state };
}

/** @returns true where there is no way through: then nothing needs the covered address. */
export function isZeroTolerance({ effective }: GuardState): boolean {
  return effective.mode.value === 'zero-tolerance';
}

/** Tabs that are being covered, each with the address it has gone to meanwhile, if any. */
const underWay = new Map<number, string | null>();

/** Records that the notice is in this tab. Reports about the previous page no longer count. */
export function noticeArrived(tabId: number): void {
  stopRetrying(tabId);
  if (underWay.has(tabId)) underWay.set(tabId, null);
}

/**
 * Injects a guard into a page without one (sections, names, tabs that were open before the extension started). The guard covers
 * the page and takes it to the notice; if that does not happen at once, the worker redirects the tab. On a passed page the guard
 * shows its pass banner. A page that changes its address very often is checked at intervals, not each time.
 */
export async function cover(url: string, tabId: number): Promise<Outcome> {
  if (underWay.has(tabId)) {
    underWay.set(tabId, url);
    return (await decide(url, tabId)).outcome;
  }
  underWay.set(tabId, null);
  try {
    const outcome = await coverNow(url, tabId);
    while (underWay.get(tabId)) {
      await pause(STORM_PAUSE);
      const next = underWay.get(tabId);
      underWay.set(tabId, null);
      if (next) await coverNow(next, tabId);
    }
    return outcome;
  } finally {
    underWay.delete(tabId);
  }
}

async function coverNow(url: string, tabId: number): Promise<Outcome> {
  const { outcome, state } = await decide(url, tabId);
  if (outcome === 'not-listed' || (outcome === 'passed' && (await showsBanner(tabId)))) return outcome;
  const notice = noticeOver(url, state);
  // Recorded now, because the page may have another address when the guard asks.
  const page = coveredPage(url, state);
  if (outcome === 'covered') void retryRedirect(tabId, page, notice);
  const guarded = browser.scripting
    .executeScript({ target: { tabId }, files: ['/guard.js' as never], injectImmediately: true })
    .then(
      (frames) => frames.length > 0,
      // The page may be gone, or be one where no script may run (an error page).
      () => false,
    );
  const here = await inTime(guarded);
  if (outcome !== 'covered') return outcome;
  // A page with a guard may leave by itself first.
  if (here) await pause(FIRST_WORD);
  // If the notice has arrived meanwhile, a redirect would take the person back from a page that they opened after it.
  if (isLeaving(tabId, url)) await redirectTab(tabId, page, notice, 'still there');
  return outcome;
}

/** A guard that has shown the banner need not run again: it would cover the page until it is answered, and take the focus. */
function showsBanner(tabId: number): Promise<boolean> {
  // Not only whether it exists: an element of the page may have that name as an id.
  const func = () => (globalThis as { secondThoughtPassed?: unknown }).secondThoughtPassed === true;
  const shown = browser.scripting.executeScript({ target: { tabId }, func, injectImmediately: true }).then(
    ([frame]) => frame?.result === true,
    () => false,
  );
  return inTime(shown);
}

/** A page that hangs runs no script, so the worker does not wait for it. */
function inTime(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, pause(GUARD_PATIENCE).then(() => false)]);
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * @returns the page to take the tab away from. All pages on one host count as that page, because a page can change its address to
 * escape. On a search engine only covered searches count, because its other pages stay open.
 */
export function coveredPage(url: string, state: GuardState): CoveredPage {
  const search = isSearch(url, state);
  const host = parseAddress(url)?.host;
  const isStill = (address: string) =>
    search ? isSearch(address, state) : parseAddress(address)?.host === host;
  return { url, isSearch: search, isStill };
}

function isSearch(url: string, { recognition }: GuardState): boolean {
  return match(url, recognition)?.kind === 'search';
}

/** @returns the notice's full address over a covered one, as the rules write it. */
export function noticeOver(url: string, state: GuardState): string {
  const page = pageUrl(noticePathOver(url, state));
  return isZeroTolerance(state) ? page : overAddress(page, url);
}

/** @returns the notice's path. Without the address, only the path can tell the notice that it was a search. */
export function noticePathOver(url: string, state: GuardState): string {
  return isZeroTolerance(state) && isSearch(url, state) ? SEARCH_NOTICE_PAGE : state.noticePath;
}
