/** Binds the settings handlers to the worker, which applies every change to the rules. */
import { browser } from '../../extension-api.ts';
import { apply } from '../apply.ts';
import { readClocks } from '../clocks.ts';
import { isPrivateWorker } from '../private-worker.ts';
import { effectiveWith } from '../state.ts';
import { settingsStore } from './browser-store.ts';
import { createSettingsHandlers } from './create-handlers.ts';
import { tickInPrivate } from './private-attempts.ts';

/** The alarm that looks at the clocks while something waits. */
export const SETTINGS_ALARM = 'settings';

export const settingsHandlers = createSettingsHandlers({
  store: settingsStore,
  readOnly: isPrivateWorker(),
  read: readClocks,
  effective: effectiveWith,
  newId: () => crypto.randomUUID(),
  changed: async () => {
    await apply();
    await advanceWaits();
  },
});

/** Ends waits that are over, and keeps looking once a minute while any is left. */
export async function advanceWaits(): Promise<void> {
  // Alarms are not shared between the two workers (tried in Chromium 156), so each takes care of its own waits.
  const waiting = isPrivateWorker()
    ? await tickInPrivate(await readClocks())
    : (await settingsHandlers.tick()).waiting;
  if (waiting) await browser.alarms.create(SETTINGS_ALARM, { periodInMinutes: 1 });
  else await browser.alarms.clear(SETTINGS_ALARM);
}
