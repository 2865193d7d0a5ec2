/** One look at the whole installation, for the popup and the status page. */

import { browser } from '../extension-api.ts';
import { parseAddress } from '../pattern/address.ts';
import { match, matchOwn } from '../pattern/match.ts';
import { inForce } from '../policy/arrival.ts';
import { settingsStore } from '../settings/browser-store.ts';
import type { PolicyArrival, Status, StatusProblem, TabStatus } from '../settings/messages.ts';
import { isZeroTolerance } from './cover.ts';
import { hostAccess } from './host-access.ts';
import { pageUrl } from './page-url.ts';
import { hasPass } from './passes.ts';
import { readArrival } from './policy-memory.ts';
import { readReport } from './report.ts';
import { currentState, type GuardState } from './state.ts';

/** @param tabId - the tab to say something about; absent: none. */
export async function status({ tabId }: { tabId?: number }): Promise<Status> {
  const state = await currentState();
  const [report, access, privateWindows, { recovered }] = await Promise.all([
    readReport(),
    hostAccess(),
    browser.extension.isAllowedIncognitoAccess().catch(() => null),
    settingsStore.load(),
  ]);
  const problems: StatusProblem[] = [];
  if (!access) problems.push('host-access');
  if (!report) problems.push('worker');
  else if (report.problems.length > 0) problems.push('rules');
  if (report && report.unsaved !== null) problems.push('storage');
  if (state.effective.issues.some(({ severity }) => severity === 'error')) problems.push('policy');
  if (recovered) problems.push('recovered');
  if (report && report.ownLines.length > 0) problems.push('own-lines');
  if (privateWindows === false) problems.push('private-windows');
  return {
    problems,
    managed: state.effective.managed,
    policy: await policyArrival(),
    hostAccess: access,
    privateWindows: privateWindows === null ? 'unknown' : privateWindows ? 'covered' : 'not-covered',
    listVersion: state.recognition.list.version,
    rules: {
      wanted: report?.wantedRules ?? 0,
      held: report?.dynamicRules ?? 0,
      notApplied: report?.problems ?? [],
      ownLines: report?.ownLines ?? [],
    },
    extensionVersion: browser.runtime.getManifest().version,
    tab: await tabStatus(state, tabId),
  };
}

async function policyArrival(): Promise<PolicyArrival> {
  const arrival = await readArrival();
  const { receivedAt, failure } = arrival;
  return { receivedAt, fromMemory: inForce(arrival, Date.now()).fromMemory, failure };
}

async function tabStatus(state: GuardState, tabId: number | undefined): Promise<TabStatus> {
  const tab = tabId === undefined ? null : await browser.tabs.get(tabId).catch(() => null);
  const url = tab?.url ?? '';
  if (url.startsWith(pageUrl('/notice.html'))) return { is: 'notice' };
  const address = parseAddress(url);
  if (!address) return { is: 'not-a-web-page' };
  const found = match(url, state.recognition);
  if (found) {
    const passed = !isZeroTolerance(state) && (await hasPass(address.host, tab?.id ?? -1));
    return { is: passed ? 'passed' : 'listed', match: found };
  }
  const { allowed } = state.recognition;
  const pattern = [...allowed.policy, ...allowed.user].find((one) => matchOwn(address, [one], 'user'));
  return pattern ? { is: 'exempt', pattern } : { is: 'not-listed' };
}
