/** Takes a tab that shows a listed page to the notice, unless it has a pass. */

import { browser } from '../extension-api.ts';
import { parseAddress } from '../pattern/address.ts';
import { match } from '../pattern/match.ts';
import { pageUrl } from './page-url.ts';
import { hasPass } from './passes.ts';
import { currentState, type GuardState } from './state.ts';

export type Outcome = 'not-listed' | 'passed' | 'covered';

/** Decides about an address in a tab. */
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

/**
 * For pages without a guard of their own (sections, names, tabs open before we were): the curtain goes up and the tab
 * leaves at the same time. On a passed page the guard puts up its strip.
 */
export async function cover(url: string, tabId: number): Promise<Outcome> {
  const { outcome, state } = await decide(url, tabId);
  if (outcome === 'not-listed') return outcome;
  const guarded = browser.scripting
    .executeScript({ target: { tabId }, files: ['/guard.js' as never], injectImmediately: true })
    // The page may be gone, or be one where no script may run (an error page): the navigation below decides.
    .catch(() => undefined);
  const notice = pageUrl(state.noticePath) + (isZeroTolerance(state) ? '' : `#${url}`);
  if (outcome === 'covered') await browser.tabs.update(tabId, { url: notice }).catch(() => undefined);
  await guarded;
  return outcome;
}
