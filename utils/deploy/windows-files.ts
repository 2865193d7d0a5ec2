/** Lays a browser's settings out as registry keys; `registry-file.ts` writes them as text. */

import { CHROMIUM, type ChromiumBrowser, FIREFOX } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, sourceFor } from './kit-config.ts';
import type { RegistryKey } from './registry-file.ts';
import { chromiumSettings, firefoxSettings, type Json, type Settings } from './related-policies.ts';

/** List entries are numbered from here, so that entries an administrator already has keep their numbers. */
const FIRST_NUMBER = 7_701;

/** @returns the keys for Chrome, Edge, Brave or Chromium. */
export function chromiumRegistry(config: KitConfig, browser: ChromiumBrowser): RegistryKey[] {
  const root = CHROMIUM[browser].registry;
  const { id } = sourceFor(config, browser);
  return [
    ...settingKeys(root, chromiumSettings(config, browser), FIRST_NUMBER),
    ...ownKeys(`${root}\\3rdparty\\extensions\\${id}\\policy`, config.policy),
  ];
}

/** @returns the keys for Firefox. */
export function firefoxRegistry(config: KitConfig): RegistryKey[] {
  const { ExtensionSettings: forced, ...settings } = firefoxSettings(config);
  const id = CHANNELS.firefox.id;
  const extension = (forced as Record<string, Settings> | undefined)?.[id];
  return [
    // Firefox takes a list only if its first entry is called 1.
    ...settingKeys(FIREFOX.registry, settings, 1),
    ...(extension ? ownKeys(`${FIREFOX.registry}\\ExtensionSettings\\${id}`, extension) : []),
    ...ownKeys(`${FIREFOX.registry}\\3rdparty\\Extensions\\${id}`, config.policy),
  ];
}

/**
 * On Windows an organization may keep all of Firefox's `ExtensionSettings` in one value. Firefox reads subkeys after values
 * (`WindowsGPOParser`), so a subkey named `ExtensionSettings` replaces that value; only newer versions merge the two.
 * @returns whether these keys include such a subkey.
 */
export function hidesSettings(keys: readonly RegistryKey[]): boolean {
  return keys.some(({ path }) => path.startsWith(`${FIREFOX.registry}\\ExtensionSettings\\`));
}

function settingKeys(root: string, settings: Settings, first: number): RegistryKey[] {
  const single: RegistryKey = { path: root, values: [], own: false };
  const lists: RegistryKey[] = [];
  for (const [name, value] of Object.entries(settings)) {
    if (Array.isArray(value)) lists.push(listKey(`${root}\\${name}`, value, first, false));
    else if (typeof value === 'object') {
      for (const [part, list] of Object.entries(value)) {
        const path = `${root}\\${name}\\${part}`;
        if (Array.isArray(list)) lists.push(listKey(path, list as Json[], first, false));
        else lists.push(...ownKeys(path, list as object));
      }
    } else single.values.push({ name, data: scalar(value) });
  }
  return single.values.length > 0 ? [single, ...lists] : lists;
}

/** @returns keys that belong to the extension alone: one value for each setting, a list as the numbered values of a subkey. */
function ownKeys(path: string, values: object): RegistryKey[] {
  const single: RegistryKey = { path, values: [], own: true };
  const lists: RegistryKey[] = [];
  for (const [name, value] of Object.entries(values) as [string, Json][]) {
    if (Array.isArray(value)) lists.push(listKey(`${path}\\${name}`, value, 1, true));
    else single.values.push({ name, data: scalar(value) });
  }
  return [single, ...lists];
}

function listKey(path: string, items: Json[], first: number, own: boolean): RegistryKey {
  const values = items.map((item, index) => ({ name: String(first + index), data: scalar(item) }));
  return { path, values, own };
}

function scalar(value: Json): number | string {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : String(value);
}
