/** Answers a guard in a page: go to the notice, or stay with a pass banner. */
import mainHelplines from 'virtual:main-helplines';
import { overlayWords } from '../../content/overlay-words.ts';
import type { GuardAnswer, PassBannerWords } from '../../messages/answers.ts';
import { bannerLine } from '../../notice/banner-line.ts';
import { helplineCountry } from '../../place/place.ts';
import { PASS_BANNER_STYLE } from '../passes/pass-banner-style.ts';
import { namesDocuments } from '../platform.ts';
import { currentState, type GuardState } from '../state.ts';
import { coveredPage, decide, isZeroTolerance, noticeOver, noticePathOver } from '../tabs/cover.ts';
import { hidePage, showPage } from '../tabs/hide-page-css.ts';
import { isLeaving, retryRedirect } from '../tabs/redirect-retry.ts';
import type { Sender } from './sender.ts';

/**
 * @param sender - as the browser reports it: the page cannot choose its tab or address.
 * @param overlay - the name of the overlay's element, for the hide-page CSS beneath it.
 */
export async function answerGuard(sender: Sender, overlay: string): Promise<GuardAnswer> {
  const { tabId, url } = guardedTab(sender);
  const { documentId } = sender;
  const page = namesDocuments && documentId ? { tabId, documentIds: [documentId] } : { tabId };
  const { outcome, state } = await decide(url, tabId);
  // A page that has changed to an unlisted address since it was detected is still covered.
  if (outcome === 'covered' || (outcome === 'not-listed' && isLeaving(tabId, url))) {
    // The tab may show another page by now, so each attempt to redirect it checks that first.
    void hidePage(page, overlay).catch(() => undefined);
    void retryRedirect(tabId, coveredPage(url, state), noticeOver(url, state));
    return { kind: 'leave', path: noticePathOver(url, state), withAddress: !isZeroTolerance(state) };
  }
  await showPage(page, overlay).catch(() => undefined);
  return { kind: 'pass', banner: outcome === 'passed' ? passBannerWords(state) : null };
}

/** Makes sure that the tab leaves after a person has chosen the way out on an overlay or a pass banner. */
export async function guardLeaves(sender: Sender): Promise<null> {
  const { tabId, url } = guardedTab(sender);
  void retryRedirect(tabId, coveredPage(url, await currentState()), 'about:blank');
  return null;
}

function guardedTab({ url, frameId, tab }: Sender): { tabId: number; url: string } {
  if (frameId !== 0 || tab?.id === undefined || !url)
    throw new Error('A guard speaks from the top frame of a tab');
  // After pushState the tab's address differs from the document's first address; the tab's counts.
  return { tabId: tab.id, url: tab.url ?? url };
}

function passBannerWords({ place, effective }: GuardState): PassBannerWords {
  const wished = effective.language.value === 'auto' ? navigator.languages : [effective.language.value];
  const { leave, heading, language } = overlayWords(wished);
  return {
    help: bannerLine(mainHelplines, helplineCountry(place), language),
    leave,
    label: heading,
    language,
    look: PASS_BANNER_STYLE,
  };
}
