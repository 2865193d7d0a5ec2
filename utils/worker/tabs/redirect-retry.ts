/** Makes sure that a tab leaves: a page can delay its own navigation, and for a while the browser's. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';

/** Milliseconds before each further attempt; the page's own guard makes the first. */
const PAUSES = [600, 700, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000];

/** Tabs that have retries, each with its one run. */
const retrying = new Map<number, symbol>();

/** Ends the retries: the notice is in this tab, and whatever it shows next, the person has chosen. */
export function stopRetrying(tabId: number): void {
  retrying.delete(tabId);
}

/** @returns true if this tab is being redirected: its page is ignored from now on. */
export const isLeaving = (tabId: number): boolean => retrying.has(tabId);

/**
 * Sends the tab to an address until it no longer shows the page's site. Resolves when it does not, or after the last attempt.
 *
 * @param from - the page's address.
 */
export async function retryRedirect(tabId: number, from: string, to: string): Promise<void> {
  if (retrying.has(tabId)) return;
  const run = Symbol();
  retrying.set(tabId, run);
  // Stopped, and perhaps restarted for another page: then this run ends.
  const goesOn = () => retrying.get(tabId) === run;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!goesOn() || !(await redirectTab(tabId, from, to))) break;
  }
  if (goesOn()) retrying.delete(tabId);
}

/**
 * One attempt.
 *
 * @param unseen - what a tab counts as that does not tell its address: a page kept from us by policy (`runtime_blocked_hosts`)
 * does not, nor does a page of the browser's own.
 * @returns false if the tab shows another site by now: a person who has navigated away is not brought back.
 */
export async function redirectTab(
  tabId: number,
  from: string,
  to: string,
  unseen: 'still there' | 'gone on' = 'gone on',
): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return false;
  const there = tab.url ? parseAddress(tab.url)?.host === parseAddress(from)?.host : unseen === 'still there';
  if (!there) return false;
  // It is navigating already, and would start again (Firefox does not report this).
  if (tab.pendingUrl !== to) await browser.tabs.update(tabId, { url: to }).catch(() => undefined);
  return true;
}
