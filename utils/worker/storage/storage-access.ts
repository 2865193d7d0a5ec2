/** Limits storage to the extension's own pages: a guard shares its process with a page that may have taken that process over. */
import { browser } from '../../extension-api.ts';

/** Hides the settings, which include the hash of the PIN, from content scripts. Firefox lets them read anyway (tried in 153). */
export function restrictStorageAccess(): void {
  const { local } = browser.storage;
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => undefined);
}
