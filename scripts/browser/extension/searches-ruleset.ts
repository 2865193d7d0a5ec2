/** Waits for the rules over searches, which follow a change of the settings or of the policy. */
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { API } from './own-page.ts';

/**
 * Waits until the browser has the rules over searches switched on or off.
 *
 * @param limit - milliseconds; longer where a policy has to arrive first.
 */
export async function searchesRuleset(browser: BrowserSession, on = true, limit = 10_000): Promise<void> {
  await waitFor(
    `the rules over searches to be ${on ? 'on' : 'off'}`,
    async () => {
      const enabled = await browser.inExtension<string[]>(
        `${API}.declarativeNetRequest.getEnabledRulesets()`,
      );
      return enabled.includes('searches') === on;
    },
    limit,
  );
}
