/** Sets where the reader lives, as they would in the settings, so that the notice shows that place's law and helpline. */
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';

/**
 * Resolves when listed addresses lead to the notice for that country.
 * @param country - an ISO 3166-1 code.
 * @param region - an ISO 3166-2 code.
 */
export async function setPlace(browser: BrowserSession, country: string, region: string): Promise<void> {
  await ask(browser, 'settings/change', { changes: { country, region } });
  await waitFor('rules that lead to the notice of the place', () =>
    browser.inExtension<boolean>(
      `(globalThis.browser ?? chrome).declarativeNetRequest.getDynamicRules().then((rules) =>
        JSON.stringify(rules).includes(${JSON.stringify(`notice/${country}.`)}))`,
    ),
  );
}
