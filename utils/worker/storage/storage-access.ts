/** Keeps what is stored to the extension's own pages: a guard runs in a page that may have broken into its process. */
import { browser } from '../../extension-api.ts';

/** Settings, and the hash of the PIN among them, are not for content scripts. Firefox lets them read anyway (tried in 153). */
export function restrictStorageAccess(): void {
  const { local } = browser.storage;
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => undefined);
}
