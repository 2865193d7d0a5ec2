/** Sees to it that a tab leaves: a page can hold up its own navigation, and for a while the browser's. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';

/** Milliseconds before each further attempt; the page's own guard has the first. */
const PAUSES = [600, 700, 1_000, 2_000, 3_000, 4_000, 6_000, 8_000];

/** Tabs that are being seen to, each with the one run that does. */
const insisting = new Map<number, symbol>();

/** Ends the insisting: the notice is in this tab, and whatever it shows next, the person has chosen. */
export function stopInsisting(tabId: number): void {
  insisting.delete(tabId);
}

/** @returns true if this tab is on its way out: its page has no further say. */
export const isLeaving = (tabId: number): boolean => insisting.has(tabId);

/**
 * Sends the tab to an address until it no longer shows the page's site. Resolves when it does not, or after the last attempt.
 *
 * @param from - the page's address.
 */
export async function insist(tabId: number, from: string, to: string): Promise<void> {
  if (insisting.has(tabId)) return;
  const run = Symbol();
  insisting.set(tabId, run);
  // Stopped, and perhaps begun anew for another page: then this run has nothing more to say.
  const goesOn = () => insisting.get(tabId) === run;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!goesOn() || !(await sendOff(tabId, from, to))) break;
  }
  if (goesOn()) insisting.delete(tabId);
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
