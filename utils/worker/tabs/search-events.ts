/** Listens for searches while their recognition is on, and has the browser forget its filters for them while it is off. */
import compiledList from 'virtual:compiled-list';
import { browser } from '../../extension-api.ts';
import { keepsLateListeners, remembersFirstTurn } from '../platform.ts';
import { isPrivateWorker } from '../private-worker.ts';
import { currentState } from '../state.ts';
import { checkTabs, checkTabsOnPages } from './check-open-tabs.ts';
import { cover, decide } from './cover.ts';
import { keepCoveredSearch } from './covered-searches.ts';

interface Navigation {
  tabId: number;
  url: string;
  frameId: number;
  /** Chromium: `prerender` until someone sees the page. */
  documentLifecycle?: string;
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
/** The first turn of this run listened for searches. */
let inFirstTurn = false;

/** Tabs in which a search began before all events were listened for. */
const missed = new Set<number>();

/**
 * Registers for searches that contain a word of the list. Must be called in the worker's first turn, before it is known whether
 * the switch is on: only then does the browser wake the worker for such a search (Chrome, "Event listeners must be registered
 * synchronously"). {@link watchSearches} takes it back where it is off, and the browser forgets the filter; Firefox does not
 * (bug 1899767), so there the last run says whether to begin at all. In Chromium each
 * listener costs two compilations of all filters when it comes, and two more when it goes, at every start of the worker
 * (docs/bench.md): what need not be here comes with `watchRarerSearches`.
 */
export function watchSearchesFirst(): void {
  inFirstTurn = isForFirstTurn();
  if (inFirstTurn) watchCommonSearches();
}

function watchCommonSearches(): void {
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

/** @param isWanted - whether searches are recognized. */
export async function watchSearches(isWanted: boolean): Promise<void> {
  wanted = isWanted;
  await rememberForFirstTurn(isWanted);
  if (wanted) {
    if (!watching) watchCommonSearches();
    if (rarer || !keepsLateListeners) return;
    // Before they are, so that a worker which is killed in between leaves none behind unknown.
    await store().set({ [REGISTERED]: true });
    if (!wanted || rarer) return;
    watchRarerSearches();
    await checkMissed();
    return;
  }
  if (!watching) return;
  const registered = rarer || (keepsLateListeners && (await wasRegistered()));
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

/** The browser holds filters that come after the first turn, from this run of the worker or an earlier one. */
const REGISTERED = 'searches-registered';

/** Those of the private worker end with the private windows, and so must what is known of them. */
const store = () => (isPrivateWorker() ? browser.storage.session : browser.storage.local);

async function wasRegistered(): Promise<boolean> {
  return (await store().get(REGISTERED))[REGISTERED] === true;
}

/** Kept where the first turn can read it, which cannot wait for `browser.storage`: searches are recognized. */
const FOR_FIRST_TURN = 'searches-recognized';

/** Rings until a first turn has done what is wanted; the browser ends a worker without work after half a minute. */
export const SEARCHES_ALARM = 'searches';
const RING_MINUTES = 0.6;

function isForFirstTurn(): boolean {
  if (!remembersFirstTurn) return true;
  try {
    return localStorage.getItem(FOR_FIRST_TURN) !== null;
  } catch {
    // Somebody has turned the pages' own storage off in the browser: rather woken in vain than not at all.
    return true;
  }
}

async function rememberForFirstTurn(isRecognized: boolean): Promise<void> {
  if (!remembersFirstTurn) return;
  try {
    if (isRecognized) localStorage.setItem(FOR_FIRST_TURN, '');
    else localStorage.removeItem(FOR_FIRST_TURN);
  } catch {
    return;
  }
  if (isRecognized !== inFirstTurn)
    await browser.alarms.create(SEARCHES_ALARM, { periodInMinutes: RING_MINUTES });
}

/** At {@link SEARCHES_ALARM}: it has done its work once the worker has started anew. */
export async function searchesAlarmRang(): Promise<void> {
  const { selection } = (await currentState()).recognition;
  if (selection.searches === inFirstTurn) await browser.alarms.clear(SEARCHES_ALARM);
}

function onBeforeSearch({ tabId, url, frameId }: Navigation): void {
  if (frameId !== 0) return;
  if (keepsLateListeners && !rarer) missed.add(tabId);
  keepCoveredSearch(tabId, url);
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
