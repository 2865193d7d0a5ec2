/** Asks the browser for the managed storage, and for how the extension was installed. */
import { browser } from '../../extension-api.ts';
import type { InstallType } from '../../policy/layers.ts';
import type { ReadResult } from '../../policy/managed-policy-state.ts';

/** Firefox's error message for "no policy names this extension" (`ext-storage.js`, tried in ESR 153). */
const FIREFOX_NONE = /managed storage manifest not found/i;

/**
 * Firefox for Android has the API but no policies: each read fails, because it looks for native manifests, which exist on the desktop
 * only (`NativeManifests.sys.mjs`).
 */
const alwaysFails = () => /Android.*Firefox/.test(navigator.userAgent);

/** @returns what the browser delivers as managed policy now. Never rejects; Safari and Android have none to deliver. */
export async function readManaged(): Promise<ReadResult> {
  if (!browser.storage?.managed) return { kind: 'none' };
  try {
    const raw: unknown = await browser.storage.managed.get();
    if (typeof raw === 'object' && raw !== null) return { kind: 'values', raw: { ...raw } };
    return { kind: 'failed', message: `storage.managed answered ${typeof raw}` };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return FIREFOX_NONE.test(message) || alwaysFails() ? { kind: 'none' } : { kind: 'failed', message };
  }
}

/** @returns how the extension was installed; `other` where the browser does not say. */
export async function readInstallType(): Promise<InstallType> {
  try {
    const self = await browser.management?.getSelf();
    return self?.installType ?? 'other';
  } catch {
    return 'other';
  }
}

/**
 * Listens for a changed policy. Chromium reports a change within seconds; Firefox never does, so its policy is read again at each start.
 * @param changed - called without values: read again with `readManaged`.
 * @returns a function that stops listening.
 */
export function onManagedChanged(changed: () => void): () => void {
  const listener = (_changes: unknown, area: string): void => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
