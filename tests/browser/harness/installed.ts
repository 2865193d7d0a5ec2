/** Waits for a policy to bring the extension. */
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';

/**
 * Resolves in the first moment. In Chromium the new worker shows itself; a page of the extension that is asked for before it is
 * there would cost five seconds. Throws after a minute.
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
