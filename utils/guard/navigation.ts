/** Listens for navigations that no network rule sees: sections, names, wrappers, pushState, history, blocked requests. */

import compiledList from 'virtual:compiled-list';
import { browser } from '../extension-api.ts';
import { hostAndParents, parseAddress } from '../pattern/address.ts';
import { listedHosts } from '../pattern/listed-hosts.ts';
import { CHECK_HOST } from '../pattern/match.ts';
import { RULE_TIERS } from '../pattern/registry.ts';
import type { OwnPattern } from '../pattern/types.ts';
import { cover } from './cover.ts';
import { GUARDED_HOSTS_CAP } from './desired.ts';
import { refusedByPolicy, rememberRefusal } from './host-access.ts';
import {
  type AddressFilter,
  hostFilters,
  nameFilters,
  ownFilters,
  sectionFilters,
} from './navigation-filters.ts';
import { pageUrl } from './page-url.ts';
import { platform } from './platform.ts';

/**
 * A navigation that gave way to another one: Firefox tells each of our own redirects like this, before the tab has moved.
 * What a rule or a starved service worker ends has another error.
 */
const GAVE_WAY: readonly string[] = ['net::ERR_ABORTED', 'Error code 2152398850'];

interface Navigation {
  tabId: number;
  url: string;
  frameId: number;
  /** Chromium: `prerender` until someone sees the page. */
  documentLifecycle?: string;
  /** Only where it ended in one: Chromium gives a name, Firefox the number of an `nsresult`. */
  error?: string;
}

/** As many hosts as have a guard: each costs every start of the worker a little. */
const hosts = [CHECK_HOST, ...listedHosts(compiledList, RULE_TIERS)].slice(0, GUARDED_HOSTS_CAP);

let onRefused = async (): Promise<void> => {};

/**
 * Registers the list's filters. Must be called in the worker's first turn: the browser wakes the worker only for
 * listeners it knows (Chrome, "Event listeners must be registered synchronously"). Small sets first: with each
 * listener Chromium compiles all filters it has by then anew.
 * @param refused - called when a policy turns out to keep us from listed pages.
 */
export function watchNavigation(refused: () => Promise<void>): void {
  onRefused = refused;
  const sections = sectionFilters(compiledList);
  const everything = [...sections, ...nameFilters(compiledList), ...hostFilters(hosts, !platform.dotted)];
  browser.webNavigation.onHistoryStateUpdated.addListener(onNavigated, { url: sections });
  browser.webNavigation.onReferenceFragmentUpdated.addListener(onNavigated, { url: sections });
  browser.webNavigation.onCommitted.addListener(onCommitted, { url: everything });
  browser.webNavigation.onErrorOccurred.addListener((details) => void onBlocked(details), {
    url: everything,
  });
}

let ownListener: ((details: Navigation) => void) | null = null;

/** Adds people's own sections and hosts. They are known only once storage has been read; the worker's start looks at open tabs for that reason. */
export function watchOwnPatterns(patterns: readonly OwnPattern[]): void {
  if (ownListener) unlisten(ownListener);
  const filters = ownFilters(patterns);
  ownListener = filters.length === 0 ? null : (details) => onNavigated(details);
  if (ownListener) listen(ownListener, filters);
}

function listen(listener: (details: Navigation) => void, url: AddressFilter[]): void {
  if (url.length === 0) return;
  browser.webNavigation.onCommitted.addListener(listener, { url });
  browser.webNavigation.onHistoryStateUpdated.addListener(listener, { url });
  browser.webNavigation.onReferenceFragmentUpdated.addListener(listener, { url });
}

function unlisten(listener: (details: Navigation) => void): void {
  browser.webNavigation.onCommitted.removeListener(listener);
  browser.webNavigation.onHistoryStateUpdated.removeListener(listener);
  browser.webNavigation.onReferenceFragmentUpdated.removeListener(listener);
}

function onNavigated({ tabId, url, frameId, documentLifecycle }: Navigation): void {
  // A prerendered page is in no one's sight: its activation is told by a commit of its own.
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  void cover(url, tabId);
}

/** A listed host has the guard in its pages, but not in one from before us that the back/forward cache brings back. */
function onCommitted(details: Navigation & { transitionQualifiers?: string[] }): void {
  const returned = details.transitionQualifiers?.includes('forward_back') === true;
  const host = parseAddress(details.url)?.host;
  if (!returned && host && hasGuard(host)) void standIn(details);
  else onNavigated(details);
}

/** A listed host has committed in spite of its rules. Where a policy keeps the guard away too, the worker does its work. */
async function standIn({ tabId, url, frameId, documentLifecycle }: Navigation): Promise<void> {
  if (frameId !== 0 || documentLifecycle === 'prerender' || !(await refusedByPolicy(tabId))) return;
  if ((await cover(url, tabId)) !== 'covered') return;
  await rememberRefusal();
  await onRefused();
}

const guarded = new Set(hosts);

function hasGuard(host: string): boolean {
  return [...hostAndParents(host)].some((one) => guarded.has(one));
}

/** A request that was blocked (no host access, or the site's own service worker was starved) ends in an error page: show the notice instead. */
async function onBlocked({ tabId, url, frameId, error }: Navigation): Promise<void> {
  if (frameId !== 0 || (error !== undefined && GAVE_WAY.includes(error))) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // The redirect to the notice aborts the listed request as well; then the tab is there already.
  if (!tab || (tab.url ?? tab.pendingUrl ?? '').startsWith(pageUrl('/notice.html'))) return;
  await cover(url, tabId);
}
