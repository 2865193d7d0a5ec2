/** Applies the state in force to the browser, one run at a time. Changes that arrive during a run are applied in one more run. */

import { browser } from '../extension-api.ts';
import { pageUrl } from '../page-url.ts';
import { writeConfigSnapshot } from '../policy/config-snapshot.ts';
import { endAllPasses, endStrayPasses } from './passes/passes.ts';
import { platform } from './platform.ts';
import { isPrivateWorker } from './private-worker.ts';
import {
  beginApplying,
  endApplying,
  fingerprintOf,
  lastAppliedFingerprint,
} from './rules/applied-fingerprint.ts';
import { registerGuard } from './rules/guard-scripts.ts';
import { hostAccess } from './rules/host-access.ts';
import { fitQuota, linesOf, quotaOf } from './rules/rule-quota.ts';
import { writeRules } from './rules/rule-writer.ts';
import { destinationFor, targetRules } from './rules/target-rules.ts';
import { currentState, forgetState, type GuardState } from './state.ts';
import { GUARD_PROBLEM, writeReport } from './status/report.ts';
import { detectLostStorage } from './storage/lost-storage.ts';
import { checkOpenTabs, checkTabs } from './tabs/check-open-tabs.ts';
import { isZeroTolerance } from './tabs/cover.ts';
import { watchLate } from './tabs/navigation.ts';
import { watchSearches } from './tabs/search-events.ts';

let running: Promise<void> | null = null;
let again = false;

/** Applies settings and policy as they now are. Resolves once the browser has them; problems go into the report. */
export function apply(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = run();
  return running;
}

/**
 * For a worker that has just started: finishes the work of an earlier worker that was killed after a change, before or
 * while it wrote the rules. Does nothing if everything is in place.
 */
export async function finishApplying(): Promise<void> {
  const [state, access, last] = await Promise.all([currentState(), hostAccess(), lastAppliedFingerprint()]);
  if (running) return running;
  if (last !== fingerprintOf(state, access)) await apply();
}

async function run(): Promise<void> {
  try {
    do {
      again = false;
      await beginApplying();
      if (!isPrivateWorker()) await detectLostStorage().catch(() => undefined);
      forgetState();
      const state = await currentState();
      const access = await hostAccess();
      // Chromium's private worker shares rules, scripts and storage with the regular one, which alone writes them.
      if (!isPrivateWorker()) await write(state, access);
      await enforce(state, access);
      await endApplying(fingerprintOf(state, access));
    } while (again);
  } finally {
    // Reset in the same turn as the last check of `again`: a change in between would be noted but never applied.
    running = null;
  }
}

async function write(state: GuardState, access: boolean): Promise<void> {
  // Written before the rules, which take seconds on a slow device, because an open notice follows this snapshot.
  const snapshot = { effective: state.effective, place: state.place, neutralPage: state.neutralPage };
  const unsaved = await writeConfigSnapshot(snapshot).then(
    () => null,
    (error: Error) => error.message,
  );
  const notice = { path: state.noticePath, url: pageUrl(state.noticePath) };
  const destination = destinationFor(notice, { access, zeroTolerance: isZeroTolerance(state) }, platform);
  const wanted = targetRules(state.recognition, destination, platform);
  const { fitting, left } = fitQuota(wanted.rules, quotaOf(browser.declarativeNetRequest));
  const { refused, ...report } = await writeRules({ ...wanted, rules: fitting });
  const notTaken = [...left, ...refused];
  for (const rule of notTaken.filter((one) => linesOf([one], state.recognition).length === 0))
    report.problems.push(`rule ${rule.id} (${rule.condition.regexFilter ?? 'hosts'}) was not taken`);
  await registerGuard(wanted.guardedHosts).catch((error: Error) =>
    report.problems.push(`${GUARD_PROBLEM}${error.message}`),
  );
  await writeReport({
    ...report,
    wantedRules: wanted.rules.length,
    guardedHosts: wanted.guardedHosts.length,
    hostAccess: access,
    unsaved,
    ownLines: linesOf(notTaken, state.recognition),
  });
}

async function enforce(state: GuardState, access: boolean): Promise<void> {
  watchLate([...state.recognition.blocked.policy, ...state.recognition.blocked.user], access);
  await checkTabs(await (isZeroTolerance(state) ? endAllPasses() : endStrayPasses()));
  await checkOpenTabs(state);
  await watchSearches(state.recognition.selection.searches);
}
