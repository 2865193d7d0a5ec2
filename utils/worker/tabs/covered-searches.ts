/**
 * Keeps the search that a rule has covered until its notice asks for it: rules for searches are plain filters, which cannot
 * write the address into the notice's own. In this worker's memory only, one for each tab, and deleted once it is read.
 */
import compiledList from 'virtual:compiled-list';
import { browser } from '../../extension-api.ts';
import { match } from '../../pattern/match.ts';
import { keepsLateListeners } from '../platform.ts';
import { isPrivateWorker } from '../private-worker.ts';
import { currentState } from '../state.ts';
import { checkTabs, checkTabsOnPages } from './check-open-tabs.ts';
import { cover, decide, isZeroTolerance } from './cover.ts';

interface Navigation {
  tabId: number;
  url: string;
  frameId: number;
  /** Chromium: `prerender` until someone sees the page. */
  documentLifecycle?: string;
}

const covered = new Map<number, Promise<string | null>>();

/**
 * Registers for searches that contain a word of the list. Must be called in the worker's first turn, whether or not the switch
 * is on: only then does the browser wake the worker for such a search (Chrome, "Event listeners must be registered
 * synchronously"). {@link watchSearches} takes it back where it is off, and the browser forgets the filter. In Chromium each
 * listener costs two compilations of all filters when it comes, and two more when it goes, at every start of the worker
 * (docs/bench.md): what need not be here comes with `watchRarerSearches`.
 */
export function watchSearchesFirst(): void {
  watching = true;
  browser.webNavigation.onBeforeNavigate.addListener(onBeforeSearch, { url: [search] });
  browser.webNavigation.onHistoryStateUpdated.addListener(onSearchInPage, { url: [search, ...pages] });
  if (!keepsLateListeners) watchRarerSearches();
}

/** Results that no request is made for, and pages that change behind `#`. */
function watchRarerSearches(): void {
  rarer = true;
  browser.webNavigation.onReferenceFragmentUpdated.addListener(onSearchInPage, { url: pages });
  browser.webNavigation.onCommitted.addListener(onSearchCommitted, { url: [search, ...pages] });
}

/** What came of an event before `watchRarerSearches`, which may be the one that woke the worker. */
async function checkMissed(): Promise<void> {
  const begun = [...missed];
  missed.clear();
  await checkTabs(begun);
  await checkTabsOnPages(compiledList.searches.fragments);
}

const search = { urlMatches: compiledList.searches.woken };

/** Engines that write the words behind `#`. Chromium's filters do not see a fragment, so each visit of such a page counts. */
const pages = compiledList.searches.fragments.map((page) => {
  const [hostEquals = '', ...path] = page.split('/');
  return { hostEquals, pathEquals: `/${path.join('/')}` };
});

/** What was wanted last. */
let wanted = false;
let watching = false;
let rarer = false;

/** The browser holds filters that come after the first turn, from this run of the worker or an earlier one. */
const REGISTERED = 'searches-registered';

/** Those of the private worker end with the private windows, and so must what is known of them. */
const store = () => (isPrivateWorker() ? browser.storage.session : browser.storage.local);

/** Tabs in which a search began before all events were listened for. */
const missed = new Set<number>();

/** @param isWanted - whether searches are recognized. */
export async function watchSearches(isWanted: boolean): Promise<void> {
  wanted = isWanted;
  if (wanted) {
    if (!watching) watchSearchesFirst();
    if (rarer) return;
    // Before they are, so that a worker which is killed in between leaves none behind unknown.
    if (keepsLateListeners) await store().set({ [REGISTERED]: true });
    if (!wanted || rarer) return;
    watchRarerSearches();
    await checkMissed();
    return;
  }
  if (!watching) return;
  const registered = rarer || (await store().get(REGISTERED))[REGISTERED] === true;
  if (wanted || !watching) return;
  // The browser forgets a filter of an earlier run of the worker only together with a listener of this run.
  if (registered && !rarer) watchRarerSearches();
  watching = false;
  rarer = false;
  missed.clear();
  const { webNavigation } = browser;
  webNavigation.onBeforeNavigate.removeListener(onBeforeSearch);
  webNavigation.onCommitted.removeListener(onSearchCommitted);
  for (const event of [webNavigation.onHistoryStateUpdated, webNavigation.onReferenceFragmentUpdated])
    event.removeListener(onSearchInPage);
  if (registered && keepsLateListeners) await store().remove(REGISTERED);
}

/** @returns the search that was covered in this tab last, once. */
export async function takeSearch(tabId: number): Promise<string | null> {
  const search = covered.get(tabId) ?? null;
  covered.delete(tabId);
  return search;
}

function onBeforeSearch({ tabId, url, frameId }: Navigation): void {
  if (frameId !== 0) return;
  if (!rarer) missed.add(tabId);
  covered.set(tabId, keepIfCovered(tabId, url));
}

/** Where nobody may continue, nothing needs the address. */
async function keepIfCovered(tabId: number, url: string): Promise<string | null> {
  const state = await currentState();
  const found = match(url, state.recognition);
  if (found?.kind === 'search' && !isZeroTolerance(state)) return url;
  covered.delete(tabId);
  return null;
}

/** An engine that shows the next search without a new page, or asks for it behind `#`. */
function onSearchInPage({ tabId, url, frameId }: Navigation): void {
  if (frameId === 0) void cover(url, tabId);
}

/**
 * Results that no rule has seen: kept by the browser for "Back" (Firefox keeps them when a pass ends), from the engine's own
 * service worker, or asked for behind `#`.
 */
async function onSearchCommitted({ tabId, url, frameId, documentLifecycle }: Navigation): Promise<void> {
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  if ((await decide(url, tabId)).outcome === 'covered') await cover(url, tabId);
}
