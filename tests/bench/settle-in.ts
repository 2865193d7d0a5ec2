/** Lets an extension that was just installed finish, and closes the pages it opened: a tab behind another one paints nothing. */
import type { BrowserSession } from '../browser/harness/session.ts';
import { pause } from '../browser/harness/wait.ts';

/** The welcome page comes 4 s after the installation, on a busy machine somewhat later. */
const WELCOME_MS = 7_000;

export async function settleIn(browser: BrowserSession): Promise<void> {
  await pause(WELCOME_MS);
  const [first, ...others] = await browser.tabs();
  for (const tab of others) if (tab !== first) await browser.closeTab(tab);
}
