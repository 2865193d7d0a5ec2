/** Whether this is the worker that Chromium runs for private windows in addition to the regular one (split mode). */
import { browser } from '../extension-api.ts';
import { splitsPrivate } from './platform.ts';

/**
 * Always false in Firefox and Safari, where one background serves every window: Firefox runs that one as private too where every
 * window is ("Never remember history"), and there is no other that could write.
 */
export function isPrivateWorker(): boolean {
  return splitsPrivate && browser.extension?.inIncognitoContext === true;
}

/**
 * Calls back when the regular worker has written settings or policy. The two share storage but no messages, and the
 * private worker writes neither, so that no two writers meet; this is how it learns of a change, whether or not it is running.
 */
export function followRegularWorker(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && WRITTEN.some((key) => key in changes)) changed();
  });
}

/** `settings.current` changes with every change of the settings. */
const WRITTEN = ['settings.current', 'policy-arrival'] as const;
