/** Detects that the browser has lost the extension's storage: its rules are kept elsewhere, and prove that there was some. */
import { browser } from '../../extension-api.ts';
import { settingsStore } from '../settings/browser-store.ts';

/** Stored before the first rule is written. */
const BEGUN = 'begun';
/** What versions without `BEGUN` have instead. */
const OLDER_SIGNS = ['published', 'settings.current', 'settings.a', 'settings.b'];

let looked = false;

/**
 * Chromium throws a damaged database away and starts with an empty one (tried); that must not turn zero tolerance into the
 * looser default. To be called before rules are written, by the one writer. Writes strict settings where storage was lost.
 */
export async function detectLostStorage(): Promise<void> {
  if (looked) return;
  const kept = await browser.storage.local.get([BEGUN]);
  if (kept[BEGUN] !== true) {
    const older = Object.keys(await browser.storage.local.get(OLDER_SIGNS)).length > 0;
    const rules = await browser.declarativeNetRequest.getDynamicRules();
    if (!older && rules.length > 0) await settingsStore.startStrict();
    await browser.storage.local.set({ [BEGUN]: true });
  }
  looked = true;
}
