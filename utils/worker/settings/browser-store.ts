/** Browser access: binds the settings store to the browser's local storage. Only the worker imports it. */
import { browser } from '../../extension-api.ts';
import { createSettingsStore } from '../../settings/store.ts';

export const settingsStore = createSettingsStore({
  get: (keys) => browser.storage.local.get(keys),
  set: (items) => browser.storage.local.set(items),
});
