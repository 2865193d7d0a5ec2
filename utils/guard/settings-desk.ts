/** Binds the settings desk to the worker: every change ends in rules that follow it. */
import { browser } from '../extension-api.ts';
import { settingsStore } from '../settings/browser-store.ts';
import { createDesk } from '../settings/desk.ts';
import { apply } from './apply.ts';
import { readClocks } from './clocks.ts';
import { effectiveWith } from './state.ts';

/** The alarm that looks at the clocks while something waits. */
export const SETTINGS_ALARM = 'settings';

export const settingsDesk = createDesk({
  store: settingsStore,
  readOnly: isPrivate(),
  read: readClocks,
  effective: effectiveWith,
  newId: () => crypto.randomUUID(),
  changed: async () => {
    await apply();
    await lookAtWaits();
  },
});

/** Ends waits that are over, and keeps looking once a minute while any is left. */
export async function lookAtWaits(): Promise<void> {
  // The regular worker's alarm is not for the private one to clear.
  if (isPrivate()) return;
  const { waiting } = await settingsDesk.tick();
  if (waiting) await browser.alarms.create(SETTINGS_ALARM, { periodInMinutes: 1 });
  else await browser.alarms.clear(SETTINGS_ALARM);
}

function isPrivate(): boolean {
  return browser.extension?.inIncognitoContext === true;
}
