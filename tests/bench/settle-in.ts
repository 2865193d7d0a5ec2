/**
 * Waits until a newly installed extension has finished its work, and closes the pages that it opened, because a tab behind another one
 * paints nothing.
 */
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { pause } from '../../scripts/browser/wait.ts';

/** The welcome page opens 4 s after the installation. After 10 s, the extension is sure that there is no policy, and no alarm is left. */
const SETTLED_MS = 12_000;

export async function settleIn(browser: BrowserSession): Promise<void> {
  await pause(SETTLED_MS);
  const [first, ...others] = await browser.tabs();
  for (const tab of others) if (tab !== first) await browser.closeTab(tab);
}
