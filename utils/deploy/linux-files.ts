/** Makes the JSON policy files: Linux folders of the Chromium family, Firefox's policies.json, the Google Admin console. */

import { CHROMIUM, type ChromiumBrowser } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, sourceFor } from './kit-config.ts';
import { chromiumSettings, firefoxSettings, type Json, type Settings } from './related-policies.ts';

/** Name of the file in the browser's folder. */
export const LINUX_FILE = 'second-thought.json';

/** The lists in the kit's files; `PolicyListMultipleSourceMergeList` takes any list policy by its name. */
const MERGED_LISTS = [
  'ExtensionInstallForcelist',
  'ExtensionInstallTypeBlocklist',
  'MandatoryExtensionsForIncognitoNavigation',
  'MandatoryExtensionsForInPrivateNavigation',
  'URLBlocklist',
];

function json(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The browser reads every file of the folder. If two of them set the same policy, it ignores one of the two. So the file asks for
 * lists and `ExtensionSettings` to be merged with those of other files, and requests the installation in both: either is enough.
 *
 * @returns the file for a browser's `managed` folder. The managed keys are directly below the id, and `extensions` is in lower case.
 */
export function linuxPolicy(config: KitConfig, browser: ChromiumBrowser): string {
  const settings = chromiumSettings(config, browser);
  const { id, updateUrl } = sourceFor(config, browser);
  if (config.companions.forceInstall) {
    const entry = { installation_mode: 'force_installed', update_url: updateUrl, ...CHROMIUM[browser].pin };
    settings.ExtensionSettings = { [id]: entry };
    settings.PolicyDictionaryMultipleSourceMergeList = ['ExtensionSettings'];
  }
  const lists = Object.keys(settings).filter((name) => MERGED_LISTS.includes(name));
  if (lists.length > 0) settings.PolicyListMultipleSourceMergeList = lists;
  return json({ ...settings, '3rdparty': { extensions: { [id]: { ...config.policy } as Settings } } });
}

/** @returns policies.json, the same for every system. Firefox requires `Extensions` with a capital letter. */
export function firefoxPolicies(config: KitConfig): string {
  return json({
    policies: {
      ...firefoxSettings(config),
      '3rdparty': { Extensions: { [CHANNELS.firefox.id]: { ...config.policy } as Settings } },
    },
  });
}

/** @returns a policies.json that removes the extension; Firefox keeps a force-installed one after its policy is removed. */
export function firefoxUndo(): string {
  return json({
    policies: { ExtensionSettings: { [CHANNELS.firefox.id]: { installation_mode: 'blocked' } } },
  });
}

/** @returns the text for "Policy for extensions" in the Google Admin console, the one place where `Value` is right. */
export function googleAdminPolicy(config: KitConfig): string {
  const values = Object.entries(config.policy) as [string, Json][];
  return json(Object.fromEntries(values.map(([key, value]) => [key, { Value: value }])));
}

/** @returns the text for the console that removes every value. */
export function googleAdminUndo(): string {
  return json({});
}

/**
 * @param path - where the file was put. @param known - files next to the script; the file at `path` must still equal one of them.
 * @param changed - the message if it equals none of them. @param note - for whoever reads the script.
 * @returns a shell script that deletes the file only if nobody has changed it since. It ends well if there is no file.
 */
export function linuxUndo(path: string, known: readonly string[], changed: string, note?: string): string {
  const same = known.map((file) => `cmp -s "$here/${file}" '${path}'`).join(' || ');
  return [
    '#!/bin/sh',
    ...(note === undefined ? [] : [`# ${note}`]),
    'set -eu',
    `here=$(dirname "$0")`,
    // Run twice, or on a device that never had the file, it has nothing to do.
    `if [ ! -e '${path}' ]; then`,
    '  exit 0',
    `elif ${same}; then`,
    `  rm -- '${path}'`,
    'else',
    `  echo '${changed.replaceAll("'", '’')}' >&2`,
    '  exit 1',
    'fi',
    '',
  ].join('\n');
}

/** @returns where the file of a browser goes on Linux. */
export function linuxPath(browser: ChromiumBrowser): string {
  return `${CHROMIUM[browser].linux}/${LINUX_FILE}`;
}
