/** Starts the worker: connects the browser's events to their handlers. All listeners here are registered in its first turn. */

import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../utils/extension-api.ts';
import { PASS_ALARM } from '../utils/pattern/registry.ts';
import { apply, finishApplying } from '../utils/worker/apply.ts';
import { answerMessages } from '../utils/worker/messages/message-router.ts';
import { endAllPasses, endPass, endStrayPasses } from '../utils/worker/passes/passes.ts';
import { followPolicy, POLICY_ALARM } from '../utils/worker/policy/managed-policy-store.ts';
import { onManagedChanged } from '../utils/worker/policy/read-managed.ts';
import { followRegularWorker, isPrivateWorker } from '../utils/worker/private-worker.ts';
import { APPLY_ALARM } from '../utils/worker/rules/applied-fingerprint.ts';
import { forgetRefusal, hostAccess } from '../utils/worker/rules/host-access.ts';
import { advanceWaits, SETTINGS_ALARM } from '../utils/worker/settings/settings-handlers.ts';
import { currentState } from '../utils/worker/state.ts';
import { restrictStorageAccess } from '../utils/worker/storage/storage-access.ts';
import { checkTabs, checkTabsOnCustomPatterns } from '../utils/worker/tabs/check-open-tabs.ts';
import { watchLate, watchNavigation } from '../utils/worker/tabs/navigation.ts';
import {
  onSearchesAlarm,
  SEARCHES_ALARM,
  watchSearches,
  watchSearchesFirst,
} from '../utils/worker/tabs/search-events.ts';
import { welcomeOnFirstRun } from '../utils/worker/welcome.ts';

export default defineBackground(() => {
  // Before the list's filters: for each new listener Chromium recompiles all filters that it already has.
  watchSearchesFirst();
  watchNavigation(apply);
  answerMessages();
  restrictStorageAccess();

  browser.runtime.onInstalled.addListener(({ reason }) => void onInstalled(reason));
  browser.runtime.onStartup.addListener(() => void onStartup());
  browser.permissions.onAdded.addListener(() => void forgetRefusal().finally(apply));
  browser.permissions.onRemoved.addListener(() => void apply());
  browser.alarms.onAlarm.addListener(({ name }) => void onAlarm(name));
  if (isPrivateWorker()) followRegularWorker(() => void apply());
  else onManagedChanged(() => void follow());

  void onWake();
});

async function onInstalled(reason: string): Promise<void> {
  // Chromium keeps the rules of passes across an update, but not the alarms that end them.
  await checkTabs(await endAllPasses());
  await forgetRefusal();
  await apply();
  if (reason === 'install') await welcomeOnFirstRun();
}

async function onStartup(): Promise<void> {
  await apply();
  await follow();
}

/**
 * Runs each time the worker starts. An event of a custom pattern may have woken it, and the listener for that is registered too
 * late to receive it, so tabs are checked.
 */
async function onWake(): Promise<void> {
  try {
    const [state, access] = await Promise.all([currentState(), hostAccess()]);
    const { blocked } = state.recognition;
    watchLate([...blocked.policy, ...blocked.user], access);
    await checkTabsOnCustomPatterns(state);
    // Nothing waits for it, because Chromium may never answer.
    void follow();
    await checkTabs(await endStrayPasses());
    // Last, because it covers no page and takes the browser some time.
    await watchSearches((await currentState()).recognition.selection.searches);
  } finally {
    await finishApplying();
    // An update takes the alarms away, and nothing tells that the extension was switched off and on.
    await advanceWaits();
  }
}

/** Only the regular worker stores the state of the policy. */
async function follow(): Promise<void> {
  if (!isPrivateWorker()) await followPolicy(apply);
}

async function onAlarm(name: string): Promise<void> {
  if (name.startsWith(PASS_ALARM)) await checkTabs(await endPass(name));
  else if (name === POLICY_ALARM) await follow();
  else if (name === SETTINGS_ALARM) await advanceWaits();
  else if (name === APPLY_ALARM) await finishApplying();
  else if (name === SEARCHES_ALARM) await onSearchesAlarm();
}
