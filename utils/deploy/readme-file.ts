/** Writes the kit's own table of contents: each file, what it is for, and each related policy with its price. */
import type { Words } from '../words/load.ts';
import type { KitConfig } from './kit-config.ts';
import type { KitFile } from './kit-file.ts';
import { isChosen, RELATED_POLICIES } from './related-policies.ts';

/** Message keys of the three choices for private windows. */
export const PRIVATE_WINDOWS_WORDS = {
  off: 'privateWindowsOff',
  extension: 'privateWindowsExtension',
  unchanged: 'privateWindowsUnchanged',
} as const;

/** @returns plain text. */
export function readmeFile(config: KitConfig, files: readonly KitFile[], words: Words<'deploy'>): string {
  // The file for the Google Admin console contains only the managed keys.
  const on = config.platforms.every((platform) => platform === 'google-admin')
    ? 'companionConsole'
    : 'companionOn';
  const relatedPolicies = RELATED_POLICIES.map((relatedPolicy) => {
    const chosen = isChosen(relatedPolicy, config.companions);
    const state =
      relatedPolicy === 'privateWindows' && on === 'companionOn'
        ? words(PRIVATE_WINDOWS_WORDS[config.companions.privateWindows])
        : words(chosen ? on : 'companionOff');
    const effect = `${words(`${relatedPolicy}Effect`)} ${words(`${relatedPolicy}Price`)}`;
    return `* ${words(`${relatedPolicy}Title`)}: ${state}\n  ${effect}`;
  });
  return [
    words('readmeTitle'),
    words('readmeFirst'),
    words('readmeFiles'),
    ...files.map((file) => `* ${file.path}${file.optional ? ` (${words('optional')})` : ''}\n  ${file.what}`),
    words('readmeCompanions'),
    ...relatedPolicies,
    words('readmeConflict'),
    words('readmeCheck'),
    '',
  ].join('\n\n');
}
