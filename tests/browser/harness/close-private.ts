/** Closes the last private window, and with it all that the browser kept for it. */
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/** In Chromium a closed tab alone would leave the private profile of the driver alive, as no person's last window does. */
export async function closePrivate(browser: BrowserSession, tab: Tab): Promise<void> {
  if (!(browser instanceof ChromiumSession)) return browser.closeTab(tab);
  const { targetInfo } = await browser.cdp.send('Target.getTargetInfo', { targetId: tab });
  await browser.cdp.send('Target.disposeBrowserContext', { browserContextId: targetInfo.browserContextId });
}
