/** Makes sure that a tab leaves: a page can delay its own navigation, and for a while the browser's. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';

/** Milliseconds before each further attempt; the page's own guard has the first. */
const PAUSES = [600, 700, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000];

/** Tabs that are being seen to, each with the one run that does. */
const retrying = new Map<number, symbol>();

/** Ends the retries: the notice is in this tab, and whatever it shows next, the person has chosen. */
export function stopRetrying(tabId: number): void {
  retrying.delete(tabId);
}

/** @returns true if this tab is on its way out: its page has no further say. */
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
  // Stopped, and perhaps begun anew for another page: then this run has nothing more to say.
  const goesOn = () => retrying.get(tabId) === run;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!goesOn() || !(await sendOff(tabId, from, to))) break;
  }
  if (goesOn()) retrying.delete(tabId);
}

/**
 * One attempt.
 *
 * @param unseen - what a tab counts as that does not tell its address: a page kept from us by policy (`runtime_blocked_hosts`)
 * does not, nor does a page of the browser's own.
 * @returns false if the tab shows another site by now: whoever has gone on by themselves is not called back.
 */
export async function sendOff(
  tabId: number,
  from: string,
  to: string,
  unseen: 'still there' | 'gone on' = 'gone on',
): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return false;
  const there = tab.url ? parseAddress(tab.url)?.host === parseAddress(from)?.host : unseen === 'still there';
  if (!there) return false;
  // It is on its way already, and would start anew (Firefox does not say).
  if (tab.pendingUrl !== to) await browser.tabs.update(tabId, { url: to }).catch(() => undefined);
  return true;
}
