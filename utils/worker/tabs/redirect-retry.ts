/** Redirects a tab until it leaves: a page can delay its own navigation and, for a while, the browser's. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';

/** Milliseconds before each further attempt; the page's own guard makes the first. */
const PAUSES = [600, 700, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000];

/** The page that a tab is taken away from. */
export interface CoveredPage {
  url: string;
  /** A search engine's page does not resist, and the page that follows it is the person's own next choice. */
  isSearch: boolean;
  /** Whether a tab with this address still shows the page, which may have changed its address meanwhile. */
  isStill: (address: string) => boolean;
}

/** Tabs that are being redirected, each with the page of its only run. */
const retrying = new Map<number, CoveredPage>();

/** Ends the retries: the notice is in this tab, and the person has chosen whatever the tab shows next. */
export function stopRetrying(tabId: number): void {
  retrying.delete(tabId);
}

/** @returns true if this tab is being redirected away from the page with this address, even if the page has changed its address. */
export const isLeaving = (tabId: number, address: string): boolean =>
  retrying.get(tabId)?.isStill(address) === true;

/** Sends the tab to an address until it no longer shows the page. Resolves then, or after the last attempt. */
export async function retryRedirect(tabId: number, page: CoveredPage, to: string): Promise<void> {
  // A site could restart the retries with ever new addresses, so a run continues. Each search has its own notice, and so its own run.
  if (!page.isSearch && isLeaving(tabId, page.url)) return;
  retrying.set(tabId, page);
  // False once the retries were stopped, or restarted for another page: then this run ends.
  const goesOn = () => retrying.get(tabId) === page;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!goesOn() || !(await redirectTab(tabId, page, to))) break;
  }
  if (goesOn()) retrying.delete(tabId);
}

/**
 * Redirects the tab once.
 *
 * @param unseen - what to assume about a tab whose address the browser does not tell: that of a page which a policy keeps from the
 * extension (`runtime_blocked_hosts`), or of a page of the browser's own.
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
  // A site could pretend to be going elsewhere, so its next address is ignored. After a search, the person's next page counts.
  const next = page.isSearch && pendingUrl && parseAddress(pendingUrl) ? pendingUrl : url;
  const there = next ? page.isStill(next) : unseen === 'still there';
  if (!there) return false;
  // A tab that is already on its way there would start again (Firefox does not report this).
  if (pendingUrl !== to) await browser.tabs.update(tabId, { url: to }).catch(() => undefined);
  return true;
}
