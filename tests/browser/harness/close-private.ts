/** Closes the last private window, and so ends everything that the browser kept for it. */
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/** In Chromium, also ends the driver's private profile, as a person's last private window does. Closing the tab alone leaves it alive. */
export async function closePrivate(browser: BrowserSession, tab: Tab): Promise<void> {
  if (!(browser instanceof ChromiumSession)) return browser.closeTab(tab);
  const { targetInfo } = await browser.cdp.send('Target.getTargetInfo', { targetId: tab });
  await browser.cdp.send('Target.disposeBrowserContext', { browserContextId: targetInfo.browserContextId });
}
