/** Takes a tab that shows a listed page to the notice, unless it has a pass. */

import { browser } from 'wxt/browser';
import { parseAddress } from '../pattern/address.ts';
import { match } from '../pattern/match.ts';
import { pageUrl } from './page-url.ts';
import { hasPass } from './passes.ts';
import { currentState, type GuardState } from './state.ts';

export type Outcome = 'not-listed' | 'passed' | 'covered';

/** @returns where a covered address leads: the notice, with the address in its fragment where it may go on from there. */
export function noticeUrl(state: GuardState, url: string): string {
  const page = pageUrl(state.noticePath);
  return state.effective.mode.value === 'zero-tolerance' ? page : `${page}#${url}`;
}

/** Decides about an address in a tab and says where the tab has to go. */
export async function decide(url: string, tabId: number): Promise<{ outcome: Outcome; notice: string }> {
  const state = await currentState();
  const notice = noticeUrl(state, url);
  if (!match(url, state.recognition)) return { outcome: 'not-listed', notice };
  const host = parseAddress(url)?.host ?? '';
  const zero = state.effective.mode.value === 'zero-tolerance';
  const passed = !zero && (await hasPass(host, tabId));
  return { outcome: passed ? 'passed' : 'covered', notice };
}

/**
 * For pages without a guard of their own (sections, names, tabs open before we were): the curtain goes up and the tab
 * leaves at the same time. On a passed page the guard puts up its strip.
 */
export async function cover(url: string, tabId: number): Promise<Outcome> {
  const { outcome, notice } = await decide(url, tabId);
  if (outcome === 'not-listed') return outcome;
  const guarded = browser.scripting
    .executeScript({ target: { tabId }, files: ['/guard.js' as never], injectImmediately: true })
    // The page may be gone, or be one where no script may run (an error page): the navigation below decides.
    .catch(() => undefined);
  if (outcome === 'covered') await browser.tabs.update(tabId, { url: notice }).catch(() => undefined);
  await guarded;
  return outcome;
}
