/** Collects the status of the whole installation, for the popup and the status page. */

import { browser } from '../../extension-api.ts';
import type { ManagedPolicyStatus, Status, TabStatus } from '../../messages/answers.ts';
import { parseAddress } from '../../pattern/address.ts';
import { match } from '../../pattern/match.ts';
import { policyInForce } from '../../policy/managed-policy-state.ts';
import { isNoticeUrl } from '../notice-url.ts';
import { hasPass } from '../passes/passes.ts';
import { readManagedPolicyState } from '../policy/managed-policy-store.ts';
import { readInstallType } from '../policy/read-managed.ts';
import { hostAccess } from '../rules/host-access.ts';
import { settingsStore } from '../settings/browser-store.ts';
import { currentState, type GuardState } from '../state.ts';
import { isZeroTolerance } from '../tabs/cover.ts';
import { allowlistEntryFor } from './allowlist-entry.ts';
import { problemsOf } from './problems.ts';
import { readReport } from './report.ts';

/** @param tabId - the tab to report on, if any. */
export async function status({ tabId }: { tabId?: number | undefined }): Promise<Status> {
  const state = await currentState();
  const [report, access, privateWindows, { recovered }] = await Promise.all([
    readReport(),
    hostAccess(),
    browser.extension.isAllowedIncognitoAccess().catch(() => null),
    settingsStore.load(),
  ]);
  const problems = problemsOf({
    hostAccess: access,
    report,
    policyBroken: state.effective.issues.some(({ severity }) => severity === 'error'),
    recovered: recovered !== null,
    privateWindows,
    managed: state.effective.managed,
  });
  return {
    problems,
    managed: state.effective.managed,
    policy: await managedPolicyStatus(),
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

async function managedPolicyStatus(): Promise<ManagedPolicyStatus> {
  const [policyState, installType] = await Promise.all([readManagedPolicyState(), readInstallType()]);
  const { receivedAt, failure } = policyState;
  const { fromMemory } = policyInForce(policyState, Date.now());
  return { receivedAt, fromMemory, failure, installs: installType === 'admin' };
}

async function tabStatus(state: GuardState, tabId: number | undefined): Promise<TabStatus> {
  const tab = tabId === undefined ? null : await browser.tabs.get(tabId).catch(() => null);
  const url = tab?.url ?? '';
  if (isNoticeUrl(url)) return { is: 'notice' };
  const address = parseAddress(url);
  if (!address) return { is: 'not-a-web-page' };
  const found = match(url, state.recognition);
  if (found) {
    const passed = !isZeroTolerance(state) && (await hasPass(address.host, tab?.id ?? -1));
    return { is: passed ? 'passed' : 'listed', match: found };
  }
  return allowlistEntryFor(address, state.recognition.allowed) ?? { is: 'not-listed' };
}
