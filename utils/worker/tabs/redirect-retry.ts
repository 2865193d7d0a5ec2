/** Makes sure that a tab leaves: a page can delay its own navigation, and for a while the browser's. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';

/** Milliseconds before each further attempt; the page's own guard makes the first. */
const PAUSES = [600, 700, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000];

/** What a tab is taken away from. */
export interface CoveredPage {
  url: string;
  /** A search engine's page does not resist, and what follows a search there is the person's next one. */
  isSearch: boolean;
  /** Whether a tab with this address still shows the page, which may have put on another address meanwhile. */
  isStill: (address: string) => boolean;
}

/** Tabs that have retries, each with its one run. */
const retrying = new Map<number, CoveredPage>();

/** Ends the retries: the notice is in this tab, and whatever it shows next, the person has chosen. */
export function stopRetrying(tabId: number): void {
  retrying.delete(tabId);
}

/** @returns true if this tab is being redirected away from the page with this address, whatever the address is by now. */
export const isLeaving = (tabId: number, address: string): boolean =>
  retrying.get(tabId)?.isStill(address) === true;

/** Sends the tab to an address until it no longer shows the page. Resolves when it does not, or after the last attempt. */
export async function retryRedirect(tabId: number, page: CoveredPage, to: string): Promise<void> {
  // A site could put them off with ever new addresses; each search has a notice of its own.
  if (!page.isSearch && isLeaving(tabId, page.url)) return;
  retrying.set(tabId, page);
  // Stopped, and perhaps restarted for another page: then this run ends.
  const goesOn = () => retrying.get(tabId) === page;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!goesOn() || !(await redirectTab(tabId, page, to))) break;
  }
  if (goesOn()) retrying.delete(tabId);
}

/**
 * One attempt.
 *
 * @param unseen - what a tab counts as that does not tell its address: a page kept from us by policy (`runtime_blocked_hosts`)
 * does not, nor does a page of the browser's own.
 * @returns false if the tab shows another page by now: a person who has navigated away is not brought back.
 */
export async function redirectTab(
  tabId: number,
  page: CoveredPage,
  to: string,
  unseen: 'still there' | 'gone on' = 'gone on',
): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return false;
  const { url, pendingUrl } = tab;
  // A site could claim to be on its way elsewhere; where a search is, the person's next page goes first.
  const next = page.isSearch && pendingUrl && parseAddress(pendingUrl) ? pendingUrl : url;
  const there = next ? page.isStill(next) : unseen === 'still there';
  if (!there) return false;
  // It is navigating already, and would start again (Firefox does not report this).
  if (pendingUrl !== to) await browser.tabs.update(tabId, { url: to }).catch(() => undefined);
  return true;
}
