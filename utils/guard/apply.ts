/** Brings the browser to the state in force, one run at a time; a change that arrives meanwhile is applied in one further run. */

import { browser } from '../extension-api.ts';
import { writePublished } from '../policy/published.ts';
import { isZeroTolerance } from './cover.ts';
import { desired, destinationFor } from './desired.ts';
import { registerGuard } from './guard-scripts.ts';
import { watchOwnPatterns } from './navigation.ts';
import { pageUrl } from './page-url.ts';
import { endAllPasses } from './passes.ts';
import { platform } from './platform.ts';
import { isPrivateWorker } from './private-worker.ts';
import { writeReport } from './report.ts';
import { writeRules } from './rule-writer.ts';
import { currentState, forgetState, type GuardState } from './state.ts';
import { sweep, sweepTabs } from './sweep.ts';

let running: Promise<void> | null = null;
let again = false;

/** Applies settings and policy as they now are. Resolves once the browser holds them; problems go into the report. */
export function apply(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = run().finally(() => {
    running = null;
  });
  return running;
}

async function run(): Promise<void> {
  do {
    again = false;
    forgetState();
    const state = await currentState();
    // Chromium's private worker shares rules, scripts and storage with the regular one, which alone writes them.
    if (!isPrivateWorker()) await write(state);
    await enforce(state);
  } while (again);
}

async function write(state: GuardState): Promise<void> {
  const access = await browser.permissions.contains({ origins: ['<all_urls>'] });
  const notice = { path: state.noticePath, url: pageUrl(state.noticePath) };
  const destination = destinationFor(notice, { access, zeroTolerance: isZeroTolerance(state) }, platform);
  const wanted = desired(state.recognition, destination, platform);
  const report = await writeRules(wanted);
  await registerGuard(wanted.guardedHosts).catch((error: Error) =>
    report.problems.push(`guard: ${error.message}`),
  );
  await writeReport({
    ...report,
    wantedRules: wanted.rules.length,
    guardedHosts: wanted.guardedHosts.length,
    hostAccess: access,
  });
  await writePublished({ effective: state.effective, place: state.place, neutralPage: state.neutralPage });
}

async function enforce(state: GuardState): Promise<void> {
  watchOwnPatterns([...state.recognition.blocked.policy, ...state.recognition.blocked.user]);
  if (isZeroTolerance(state)) await sweepTabs(await endAllPasses());
  await sweep(state);
}
