/** Writes the kit's own table of contents: each file, what it is for, and each companion setting with its price. */
import type { Words } from '../words/load.ts';
import { COMPANIONS, isChosen } from './companions.ts';
import type { KitFile } from './deployment-kit.ts';
import type { KitConfig } from './kit-config.ts';

/** Message keys of the three choices. */
export const PRIVATE_WINDOWS_WORDS = {
  off: 'privateWindowsOff',
  extension: 'privateWindowsExtension',
  unchanged: 'privateWindowsUnchanged',
} as const;

/** @returns plain text. */
export function readmeFile(config: KitConfig, files: readonly KitFile[], words: Words<'deploy'>): string {
  // The console's file holds the managed keys alone.
  const on = config.platforms.every((platform) => platform === 'google-admin')
    ? 'companionConsole'
    : 'companionOn';
  const companions = COMPANIONS.map((companion) => {
    const chosen = isChosen(companion, config.companions);
    const state =
      companion === 'privateWindows' && on === 'companionOn'
        ? words(PRIVATE_WINDOWS_WORDS[config.companions.privateWindows])
        : words(chosen ? on : 'companionOff');
    const effect = `${words(`${companion}Effect`)} ${words(`${companion}Price`)}`;
    return `* ${words(`${companion}Title`)}: ${state}\n  ${effect}`;
  });
  return [
    words('readmeTitle'),
    words('readmeFirst'),
    words('readmeFiles'),
    ...files.map((file) => `* ${file.path}${file.optional ? ` (${words('optional')})` : ''}\n  ${file.what}`),
    words('readmeCompanions'),
    ...companions,
    words('readmeConflict'),
    words('readmeCheck'),
    '',
  ].join('\n\n');
}
