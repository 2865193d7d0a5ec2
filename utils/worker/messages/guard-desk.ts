/** Answers a guard in a page: away to the notice, or in peace with a strip. */
import helpStrips from 'virtual:help-strips';
import { curtainWords } from '../../content/curtain-words.ts';
import type { GuardAnswer, StripWords } from '../../messages.ts';
import { bannerLine } from '../../notice/banner-line.ts';
import { STRIP_LOOK } from '../passes/strip-look.ts';
import type { GuardState } from '../state.ts';
import { decide, isZeroTolerance, noticeOver } from '../tabs/cover.ts';
import { insist, isLeaving } from '../tabs/insist.ts';
import { unveil, veil } from '../tabs/veil.ts';
import type { Sender } from './sender.ts';

/**
 * @param sender - as the browser reports it: the page cannot choose its tab or address.
 * @param curtain - the name of the curtain's element, for the veil beneath it.
 */
export async function answerGuard(sender: Sender, curtain: string): Promise<GuardAnswer> {
  const { tabId, url } = guardedTab(sender);
  const { outcome, state } = await decide(url, tabId);
  // A page that has put on an unlisted address since it was found out is covered all the same.
  if (outcome === 'covered' || (outcome === 'not-listed' && isLeaving(tabId))) {
    // The page may have gone meanwhile; its tab is asked about again.
    void veil(tabId, curtain).catch(() => undefined);
    void insist(tabId, url, noticeOver(url, state));
    return { kind: 'leave', path: state.noticePath, withAddress: !isZeroTolerance(state) };
  }
  await unveil(tabId, curtain).catch(() => undefined);
  return { kind: 'pass', strip: outcome === 'passed' ? stripWords(state) : null };
}

/** Somebody has chosen the way out on a curtain or a strip. */
export async function guardLeaves(sender: Sender): Promise<null> {
  const { tabId, url } = guardedTab(sender);
  void insist(tabId, url, 'about:blank');
  return null;
}

function guardedTab({ url, frameId, tab }: Sender): { tabId: number; url: string } {
  if (frameId !== 0 || tab?.id === undefined || !url)
    throw new Error('A guard speaks from the top frame of a tab');
  // After pushState the document's first address is not the tab's: the tab's own counts.
  return { tabId: tab.id, url: tab.url ?? url };
}

function stripWords({ place, effective }: GuardState): StripWords {
  const wished = effective.language.value === 'auto' ? navigator.languages : [effective.language.value];
  const { leave, heading, language } = curtainWords(wished);
  return { help: bannerLine(helpStrips, place.country, language), leave, label: heading, look: STRIP_LOOK };
}
