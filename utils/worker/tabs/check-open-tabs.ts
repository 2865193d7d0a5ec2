/** Checks open tabs for listed pages: at start-up, on install and update, on a change of list or policy, when a pass ends. */
import { browser } from '../../extension-api.ts';
import { parseAddress } from '../../pattern/address.ts';
import type { CustomPattern } from '../../pattern/types.ts';
import { matchPatterns } from '../rules/guard-scripts.ts';
import { guardedHosts } from '../rules/target-rules.ts';
import type { GuardState } from '../state.ts';
import { cover, decide } from './cover.ts';

/** What a tab shows, and where it is going (Chromium). */
interface Shown {
  url?: string | undefined;
  pendingUrl?: string | undefined;
}

/** Takes open listed pages to the notice. Asks the browser for tabs on listed hosts only, so that it never sees another's address. */
export async function checkOpenTabs(state: GuardState): Promise<void> {
  const { list, blocked } = state.recognition;
  const sections = [
    ...list.paths.map(({ host }) => host),
    ...ownSectionHosts([...blocked.policy, ...blocked.user]),
  ];
  await checkTabsOnHosts([...guardedHosts(state.recognition), ...sections]);
}

/** Checks only tabs on people's own sites and sections, whose filters are not registered yet when the worker wakes. */
export async function checkTabsOnCustomPatterns({ recognition: { blocked } }: GuardState): Promise<void> {
  const hosts = [...blocked.policy, ...blocked.user].map(({ host }) => host);
  if (hosts.length > 0) await checkTabsOnHosts(hosts);
}

/** Checks single tabs, for example those whose pass has ended. */
export async function checkTabs(tabIds: readonly number[]): Promise<void> {
  await Promise.all(
    tabIds.map(async (tabId) => {
      const tab = await browser.tabs.get(tabId).catch(() => null);
      if (tab) await checkTab(tabId, tab);
    }),
  );
}

/** @param pages - host and path, without scheme. Only tabs at exactly these are checked, whatever follows `#`. */
export async function checkTabsOnPages(pages: readonly string[]): Promise<void> {
  await coverTabs(pages.map((page) => `*://${page}`));
}

async function checkTabsOnHosts(hosts: readonly string[]): Promise<void> {
  await coverTabs(matchPatterns([...new Set(hosts)]));
}

async function coverTabs(url: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url });
  await Promise.all(
    tabs.map(async (tab) => {
      if (tab.id !== undefined) await checkTab(tab.id, tab);
    }),
  );
}

/**
 * Covers the page that the tab shows, even if it is on the way to another one, which may never come. Where it is going counts only if
 * it shows no page yet: a guard would cover an innocent page for what it leads to. A page with a pass is left alone, because a guard
 * would cover it for a moment.
 */
async function checkTab(tabId: number, { url, pendingUrl }: Shown): Promise<void> {
  const address = url && parseAddress(url) ? url : pendingUrl || url;
  if (address && (await decide(address, tabId)).outcome === 'covered') await cover(address, tabId);
}

function ownSectionHosts(patterns: readonly CustomPattern[]): string[] {
  return patterns.filter(({ kind }) => kind === 'path').map(({ host }) => host);
}
