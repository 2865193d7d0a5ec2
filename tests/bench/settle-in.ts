/** Waits until an extension that was just installed has finished, and closes the pages it opened: a tab behind another one paints nothing. */
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { pause } from '../../scripts/browser/wait.ts';

/** The welcome page comes 4 s after the installation; that there is no policy is certain after 10 s, and then no alarm is left. */
const SETTLED_MS = 12_000;

export async function settleIn(browser: BrowserSession): Promise<void> {
  await pause(SETTLED_MS);
  const [first, ...others] = await browser.tabs();
  for (const tab of others) if (tab !== first) await browser.closeTab(tab);
}
