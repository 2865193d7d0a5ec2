/** Listens for navigations that no network rule sees: sections, names, wrappers, pushState, history, blocked requests. */

import compiledList from 'virtual:compiled-list';
import { browser } from '../../extension-api.ts';
import { hostAndParents, parseAddress } from '../../pattern/address.ts';
import { listedHosts } from '../../pattern/listed-hosts.ts';
import { CHECK_HOST } from '../../pattern/match.ts';
import { RULE_TIERS } from '../../pattern/registry.ts';
import type { CustomPattern } from '../../pattern/types.ts';
import { isNoticeUrl } from '../notice-url.ts';
import { filterReading, hasViewerPages, keepsLateListeners, platform } from '../platform.ts';
import { refusedByPolicy, rememberRefusal } from '../rules/host-access.ts';
import { GUARDED_HOSTS_CAP } from '../rules/target-rules.ts';
import { cover } from './cover.ts';
import { noteHttpNavigation } from './http-navigations.ts';
import {
  type AddressFilter,
  listedHostFilters,
  nameFilters,
  ownFilters,
  ownHostFilters,
  sectionFilters,
} from './navigation-filters.ts';
import { viewerFilters } from './viewer-address.ts';
import { onViewerPage, watchViewerPages } from './viewer-pages.ts';

/**
 * A navigation that was replaced by another one: Firefox reports each of our own redirects like this, before the tab has moved.
 * A navigation that a rule or a blocked service worker ends has another error.
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

const hosts = [CHECK_HOST, ...listedHosts(compiledList, RULE_TIERS)];

let onRefused = async (): Promise<void> => {};

/**
 * Registers the list's filters. Must be called in the worker's first turn: the browser wakes the worker only for
 * listeners it knows (Chrome, "Event listeners must be registered synchronously"). With each listener Chromium
 * compiles all filters it has by then again, so there each event gets only what no other event reports, and names come last.
 * @param refused - called when a policy turns out to keep us from listed pages.
 */
export function watchNavigation(refused: () => Promise<void>): void {
  onRefused = refused;
  const { webNavigation } = browser;
  const sections = sectionFilters(compiledList);
  const whole = listedHostFilters(hosts, filterReading);
  const everything = [...whole, ...sections, ...nameFilters(compiledList, filterReading)];
  webNavigation.onHistoryStateUpdated.addListener(onNavigated, { url: sections });
  // Chromium's filters do not see fragments, so a new one never leads into a section there.
  if (!keepsLateListeners)
    webNavigation.onReferenceFragmentUpdated.addListener(onNavigated, { url: sections });
  // One event more for whole hosts only: what they have in common with names finds most of those (docs/bench.md).
  if (keepsLateListeners)
    webNavigation.onBeforeNavigate.addListener(noteHttpNavigation, {
      url: whole.map((filter) => ({ ...filter, schemes: ['http'] })),
    });
  // Only the own requests of whole hosts are blocked, as long as we may act (the rest: `watchLate`).
  webNavigation.onErrorOccurred.addListener(onError, { url: keepsLateListeners ? whole : everything });
  webNavigation.onCommitted.addListener(onCommitted, { url: everything });
  if (hasViewerPages) watchViewerPages(hosts);
}

/**
 * Adds what is known only once storage has been read: people's own sites and sections, and, where access is withheld, all
 * that the rules then block. The worker's start looks at open tabs too, because the event that woke it finds none of these.
 */
export function watchLate(patterns: readonly CustomPattern[], access: boolean): void {
  const { webNavigation } = browser;
  const sections = ownFilters(patterns);
  const own = [...sections, ...ownHostFilters(patterns, !platform.dotted)];
  const blocked =
    access || !keepsLateListeners
      ? []
      : [...sectionFilters(compiledList), ...nameFilters(compiledList, filterReading)];
  ownHosts = new Set(patterns.filter(({ kind }) => kind !== 'path').map(({ host }) => host));
  renew('committed', webNavigation.onCommitted, onCommitted, own);
  if (keepsLateListeners) {
    const byHttp = own.map((filter) => ({ ...filter, schemes: ['http'] }));
    renew('http', webNavigation.onBeforeNavigate, noteHttpNavigation, byHttp);
  }
  renew('error', webNavigation.onErrorOccurred, onError, [...own, ...blocked]);
  renew('history', webNavigation.onHistoryStateUpdated, onNavigated, sections);
  if (!keepsLateListeners) renew('fragment', webNavigation.onReferenceFragmentUpdated, onNavigated, sections);
  if (!hasViewerPages) return;
  const viewers = viewerFilters({ hosts: [...new Set(patterns.map(({ host }) => host))] });
  renew('viewer page, before', webNavigation.onBeforeNavigate, onViewerPage, viewers);
  renew('viewer page', webNavigation.onCommitted, onViewerPage, viewers);
}

type Listener = (details: Navigation) => void;

interface NavigationEvent {
  addListener(listener: Listener, filter: { url: AddressFilter[] }): void;
  removeListener(listener: Listener): void;
}

/** What `watchLate` has registered, by event. */
const late = new Map<string, { filters: string; end: () => void }>();

/** Leaves a listener in place whose filters stay as they are: each change has all filters compiled again. */
function renew(name: string, event: NavigationEvent, listener: Listener, url: AddressFilter[]): void {
  const filters = JSON.stringify(url);
  const held = late.get(name);
  if ((held?.filters ?? '[]') === filters) return;
  held?.end();
  late.delete(name);
  if (url.length === 0) return;
  // A function of its own, so that its end leaves the first turn's listener alone.
  const own: Listener = (details) => listener(details);
  event.addListener(own, { url });
  late.set(name, { filters, end: () => event.removeListener(own) });
}

function onNavigated({ tabId, url, frameId, documentLifecycle }: Navigation): void {
  // Nobody sees a prerendered page: its activation has a commit event of its own.
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  void cover(url, tabId);
}

/**
 * The guard runs in the pages of the first listed hosts, but not in one from before us that the back/forward cache
 * brings back. Everywhere else the worker covers the page itself.
 */
function onCommitted(details: Navigation & { transitionQualifiers?: string[] }): void {
  const returned = details.transitionQualifiers?.includes('forward_back') === true;
  const host = parseAddress(details.url)?.host;
  if (!returned && host && hasGuard(host)) void coverIfGuardRefused(details);
  else onNavigated(details);
}

/** A listed host has committed in spite of its rules. Where a policy blocks the guard too, the worker covers the page. */
async function coverIfGuardRefused({ tabId, url, frameId, documentLifecycle }: Navigation): Promise<void> {
  if (frameId !== 0 || documentLifecycle === 'prerender' || !(await refusedByPolicy(tabId))) return;
  if ((await cover(url, tabId)) !== 'covered') return;
  await rememberRefusal();
  await onRefused();
}

/** No more than have a guard whatever is switched on (`guardedHosts`). */
const guarded = new Set(hosts.slice(0, GUARDED_HOSTS_CAP));
let ownHosts: ReadonlySet<string> = new Set();

function hasGuard(host: string): boolean {
  return [...hostAndParents(host)].some((one) => guarded.has(one) || ownHosts.has(one));
}

function onError(details: Navigation): void {
  void onBlocked(details);
}

/** A request that was blocked (no host access, or the site's own service worker was blocked) ends in an error page: show the notice instead. */
async function onBlocked({ tabId, url, frameId, error }: Navigation): Promise<void> {
  if (frameId !== 0 || (error !== undefined && GAVE_WAY.includes(error))) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // The redirect to the notice aborts the listed request as well; then the tab is there already.
  if (!tab || isNoticeUrl(tab.url ?? tab.pendingUrl ?? '')) return;
  await cover(url, tabId);
}
