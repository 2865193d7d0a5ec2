/** Takes a tab to the notice if Firefox itself shows a listed page in it (reader view, page source), where no network rule applies. */
import compiledList from 'virtual:compiled-list';
import { browser } from '../../extension-api.ts';
import { wrapperHostExpression } from '../../pattern/wrapped.ts';
import { decide, noticeOver } from './cover.ts';
import { oddSpellingFilters, viewedAddress, viewerFilters } from './viewer-address.ts';

/** Must be called in the worker's first turn. @param hosts - the list's whole hosts. */
export function watchViewerPages(hosts: readonly string[]): void {
  const { onBeforeNavigate, onCommitted } = browser.webNavigation;
  const { paths, wrappers, joinedNames, nameTexts } = compiledList;
  const general = [...paths, ...wrappers.filter(({ anySuffix }) => !anySuffix)].map(({ host }) => host);
  const byCountry = wrappers.filter(({ anySuffix }) => anySuffix).map(wrapperHostExpression);
  const url = [
    ...viewerFilters({ hosts: [...hosts, ...general], names: [...joinedNames, ...byCountry], nameTexts }),
    ...oddSpellingFilters(),
  ];
  onBeforeNavigate.addListener(onViewerPage, { url });
  onCommitted.addListener(onViewerPage, { url });
}

/**
 * Handles a reader view or page source that is about to be shown or is shown. No script may run there, and none is needed,
 * because such a page does not resist. The browser may have sent a request to the site by then.
 */
export function onViewerPage({ tabId, url, frameId }: { tabId: number; url: string; frameId: number }): void {
  const inner = frameId === 0 ? viewedAddress(url) : null;
  if (inner !== null) void leave(inner, tabId);
}

async function leave(inner: string, tabId: number): Promise<void> {
  const { outcome, state } = await decide(inner, tabId);
  if (outcome !== 'covered') return;
  await browser.tabs.update(tabId, { url: noticeOver(inner, state) }).catch(() => undefined);
}
