/** Waits until a policy has installed the extension. */
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';

/**
 * Resolves as early as possible. In Chromium, it looks for the new worker, because opening a page of the extension too early would
 * take five seconds. Throws after a minute.
 */
export async function installed(browser: BrowserSession): Promise<void> {
  await waitFor(
    'the extension to be installed',
    async () => {
      if (!(browser instanceof ChromiumSession)) return browser.inExtension<string>('chrome.runtime.id');
      const targets = await browser.targets();
      return targets.some(({ type, url }) => type === 'service_worker' && url.startsWith(browser.base));
    },
    60_000,
  );
}
