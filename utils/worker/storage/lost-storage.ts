/** Detects that the browser has lost the extension's storage: it keeps rules elsewhere, and they prove that storage existed. */
import { browser } from '../../extension-api.ts';
import { settingsStore } from '../settings/browser-store.ts';

/** Stored before the first rule is written. */
const BEGUN = 'begun';
/** Keys that versions without `BEGUN` store instead. */
const OLDER_SIGNS = ['published', 'settings.current', 'settings.a', 'settings.b'];

let looked = false;

/**
 * Writes strict settings if storage was lost. Chromium throws a damaged database away and starts with an empty one (tried), and
 * that must not turn zero tolerance into the looser default. To be called before rules are written, by their only writer.
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
