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
import { hostAccess, refusedByPolicy, rememberRefusal } from '../rules/host-access.ts';
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
 * Errors of a navigation that another one replaced. Firefox reports each redirect of the extension like this, before the tab has
 * moved. A navigation that a rule or a blocked service worker ends has another error.
 */
const GAVE_WAY: readonly string[] = ['net::ERR_ABORTED', 'Error code 2152398850'];

interface Navigation {
  tabId: number;
  url: string;
  frameId: number;
  /** Chromium: `prerender` until someone sees the page. */
  documentLifecycle?: string;
  /** Only if the navigation failed: Chromium gives a name, Firefox the number of an `nsresult`. */
  error?: string;
}

const hosts = [CHECK_HOST, ...listedHosts(compiledList, RULE_TIERS)];

let onRefused = async (): Promise<void> => {};

/**
 * Registers the list's filters. Must be called in the worker's first turn: the browser wakes the worker only for
 * listeners it knows (Chrome, "Event listeners must be registered synchronously"). For each new listener Chromium recompiles all
 * filters that it already has, so there each event gets only what no other event reports, and names come last.
 * @param refused - called when a policy turns out to keep the extension from listed pages.
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
  // This event is for whole hosts only: the words that they share with names find most of those too (docs/bench.md).
  if (keepsLateListeners)
    webNavigation.onBeforeNavigate.addListener(noteHttpNavigation, {
      url: whole.map((filter) => ({ ...filter, schemes: ['http'] })),
    });
  // While the extension has access, rules block only what whole hosts request from themselves (the rest: `watchLate`).
  webNavigation.onErrorOccurred.addListener(onError, { url: keepsLateListeners ? whole : everything });
  webNavigation.onCommitted.addListener(onCommitted, { url: everything });
  if (hasViewerPages) watchViewerPages(hosts);
}

/**
 * Adds what is known only after storage has been read: people's own sites and sections and, if access is withheld, everything
 * that the rules then block. A starting worker checks open tabs too, because the event that woke it comes before these listeners.
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

/** Replaces a listener only if its filters have changed, because each change has all filters compiled again. */
function renew(name: string, event: NavigationEvent, listener: Listener, url: AddressFilter[]): void {
  const filters = JSON.stringify(url);
  const held = late.get(name);
  if ((held?.filters ?? '[]') === filters) return;
  held?.end();
  late.delete(name);
  if (url.length === 0) return;
  // A separate function, so that removing it leaves the first turn's listener in place.
  const own: Listener = (details) => listener(details);
  event.addListener(own, { url });
  late.set(name, { filters, end: () => event.removeListener(own) });
}

function onNavigated({ tabId, url, frameId, documentLifecycle }: Navigation): void {
  // Nobody sees a prerendered page yet, and its activation has a commit event of its own.
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  void cover(url, tabId);
}

/**
 * The guard runs in pages of the listed hosts up to the cap, but not in a page that was loaded before the extension started and
 * that the back/forward cache restores. Everywhere else the worker covers the page itself.
 */
function onCommitted(details: Navigation & { transitionQualifiers?: string[] }): void {
  const returned = details.transitionQualifiers?.includes('forward_back') === true;
  const host = parseAddress(details.url)?.host;
  if (!returned && host && hasGuard(host)) void coverIfGuardRefused(details);
  else onNavigated(details);
}

/** Handles a listed host that has committed despite its rules. If the guard may not run there either, the worker covers the page. */
async function coverIfGuardRefused({ tabId, url, frameId, documentLifecycle }: Navigation): Promise<void> {
  if (frameId !== 0 || documentLifecycle === 'prerender') return;
  const refused = await refusedByPolicy(tabId);
  if (!refused && (await hostAccess())) return;
  if ((await cover(url, tabId)) !== 'covered' || !refused) return;
  await rememberRefusal();
  await onRefused();
}

/** The listed hosts that have a guard whichever tiers are on (`guardedHosts`), or are left open as a whole. */
const guarded = new Set(hosts.slice(0, GUARDED_HOSTS_CAP));
let ownHosts: ReadonlySet<string> = new Set();

function hasGuard(host: string): boolean {
  return [...hostAndParents(host)].some((one) => guarded.has(one) || ownHosts.has(one));
}

function onError(details: Navigation): void {
  void onBlocked(details);
}

/**
 * Shows the notice instead of the error page in which a blocked request ends (no host access, or the site's own service worker
 * was blocked).
 */
async function onBlocked({ tabId, url, frameId, error }: Navigation): Promise<void> {
  if (frameId !== 0 || (error !== undefined && GAVE_WAY.includes(error))) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // The redirect to the notice aborts the listed request as well; then the tab already shows the notice.
  if (!tab || isNoticeUrl(tab.url ?? tab.pendingUrl ?? '')) return;
  await cover(url, tabId);
}
