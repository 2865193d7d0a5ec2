/** Listens for searches while they are recognized, and removes the browser's filters for them while they are not. */
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

const { fragments, woken } = compiledList.searches;

/** Searches with a word of the trade. */
const searches = [{ urlMatches: woken }];

/** Engines that write the words behind `#`. Chromium's filters do not see a fragment, so each visit of such a page counts. */
const pages = fragments.map((page) => {
  const [hostEquals = '', ...path] = page.split('/');
  return { hostEquals, pathEquals: `/${path.join('/')}` };
});

/** The state that was requested last. */
let wanted = false;
/** The browser has all filters of this run. */
let watching = false;
/** Firefox: this run watches since its first turn. */
let inFirstTurn = false;

/** Tabs in which a search began before the worker heard of commits. */
const begun = new Set<number>();

/**
 * Registers for searches. Must be called in the worker's first turn, before it is known whether the switch is on: only a listener
 * of that turn receives the event that woke the worker (Chrome, "Event listeners must be registered synchronously").
 *
 * Chromium compiles all filters again with every listener. So there the first turn registers for no more than what nothing else can
 * make up for, and {@link watchSearches} registers for the rest, or removes these. Firefox keeps every filter of a first turn
 * (bug 1899767), so there the last run decides whether this one registers.
 */
export function watchSearchesFirst(): void {
  inFirstTurn = !keepsLateListeners && isForFirstTurn();
  if (keepsLateListeners) watchFirst();
  else if (inFirstTurn) watch();
}

/** Does nothing if the browser has these listeners already. */
function watchFirst(): void {
  const { onBeforeNavigate, onHistoryStateUpdated } = browser.webNavigation;
  onBeforeNavigate.addListener(onBeforeSearch, { url: searches });
  onHistoryStateUpdated.addListener(onSearchInPage, { url: searches });
}

function watch(): void {
  watchFirst();
  watching = true;
  const { onCommitted, onHistoryStateUpdated, onReferenceFragmentUpdated } = browser.webNavigation;
  for (const event of [onHistoryStateUpdated, onReferenceFragmentUpdated])
    event.addListener(onFragmentPage, { url: pages });
  onCommitted.addListener(onSearchCommitted, { url: [...searches, ...pages] });
}

function endWatching(): void {
  const { onBeforeNavigate, onCommitted, onHistoryStateUpdated, onReferenceFragmentUpdated } =
    browser.webNavigation;
  onBeforeNavigate.removeListener(onBeforeSearch);
  onCommitted.removeListener(onSearchCommitted);
  onHistoryStateUpdated.removeListener(onSearchInPage);
  for (const event of [onHistoryStateUpdated, onReferenceFragmentUpdated])
    event.removeListener(onFragmentPage);
  watching = false;
}

/** @param isWanted - whether searches are recognized. */
export async function watchSearches(isWanted: boolean): Promise<void> {
  wanted = isWanted;
  if (keepsLateListeners) return isWanted ? watchLate() : endLate();
  if (wanted && !watching) watch();
  if (!wanted && watching) endWatching();
  await rememberForFirstTurn(isWanted);
}

async function watchLate(): Promise<void> {
  if (watching) return;
  // Stored first, so that filters of a worker that is killed in between are known to its next run.
  await store().set({ [REGISTERED]: true });
  if (!wanted || watching) return;
  watch();
  const tabs = [...begun];
  begun.clear();
  // The first turn registered for neither commits nor fragments, so it may have missed the event that woke the worker.
  await checkTabs(tabs);
  await checkTabsOnPages(fragments);
}

async function endLate(): Promise<void> {
  const registered = watching || (await wasRegistered());
  if (wanted) return;
  // The browser forgets a filter of an earlier run only together with a listener of this run.
  if (registered && !watching) watch();
  endWatching();
  begun.clear();
  if (registered) await store().remove(REGISTERED);
}

/** Stored while the browser may have filters beyond those of a first turn, from this run of the worker or from an earlier one. */
const REGISTERED = 'searches-registered';

/** Filters of the private worker end with the private windows, and so must the key. */
const store = () => (isPrivateWorker() ? browser.storage.session : browser.storage.local);

async function wasRegistered(): Promise<boolean> {
  return (await store().get(REGISTERED))[REGISTERED] === true;
}

/** Stored while searches are recognized. The first turn reads it from `localStorage`, because it cannot wait for `browser.storage`. */
const FOR_FIRST_TURN = 'searches-recognized';

/** Repeats until the worker has started anew. Firefox ends an idle worker after half a minute. */
export const SEARCHES_ALARM = 'searches';
const ALARM_MINUTES = 0.6;

function isForFirstTurn(): boolean {
  if (!remembersFirstTurn) return true;
  try {
    return localStorage.getItem(FOR_FIRST_TURN) !== null;
  } catch {
    // `localStorage` is turned off in the browser. Then the worker is woken in vain while searches are not recognized.
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
    await browser.alarms.create(SEARCHES_ALARM, { periodInMinutes: ALARM_MINUTES });
}

/** Ends {@link SEARCHES_ALARM} once the first turn did what is wanted. */
export async function onSearchesAlarm(): Promise<void> {
  const { selection } = (await currentState()).recognition;
  if (selection.searches === inFirstTurn) await browser.alarms.clear(SEARCHES_ALARM);
}

function onBeforeSearch({ tabId, url, frameId }: Navigation): void {
  if (frameId !== 0) return;
  if (keepsLateListeners && !watching) begun.add(tabId);
  keepCoveredSearch(tabId, url);
}

/** An engine that shows the next search without a new page. */
function onSearchInPage({ tabId, url, frameId }: Navigation): void {
  if (frameId === 0) void cover(url, tabId);
}

/** An engine that asks for the next search behind `#`. A function of its own: one function cannot listen with two filters. */
function onFragmentPage(details: Navigation): void {
  onSearchInPage(details);
}

/**
 * Results that no rule has seen: kept by the browser for "Back" (Firefox keeps them when a pass ends), from the engine's own
 * service worker, or asked for behind `#`.
 */
async function onSearchCommitted({ tabId, url, frameId, documentLifecycle }: Navigation): Promise<void> {
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  if ((await decide(url, tabId)).outcome === 'covered') await cover(url, tabId);
}
