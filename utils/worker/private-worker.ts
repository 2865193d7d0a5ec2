/** Tells whether this is the worker that Chromium runs for private windows in addition to the regular one (split mode). */
import { browser } from '../extension-api.ts';
import { splitsPrivate } from './platform.ts';

/**
 * Always false in Firefox and Safari, where one background serves every window. If every window is private ("Never remember
 * history"), Firefox runs that background as private too, and no other could write.
 */
export function isPrivateWorker(): boolean {
  return splitsPrivate && browser.extension?.inIncognitoContext === true;
}

/**
 * Calls back when the regular worker has written settings or policy. The private worker writes neither, so that they have only
 * one writer. The two workers share storage but no messages, so it learns of a change this way, even if it was not running.
 */
export function followRegularWorker(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && WRITTEN.some((key) => key in changes)) changed();
  });
}

/** `settings.current` changes with every change of the settings. */
const WRITTEN = ['settings.current', 'policy-arrival'] as const;
