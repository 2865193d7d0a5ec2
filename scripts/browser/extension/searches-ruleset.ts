/** Switches the recognition of searches, and waits for the rules over them, which follow a change of the settings or of the policy. */
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';
import { API } from './own-page.ts';

/** Switches the recognition of searches on or off, as a person does in the settings, and waits for everything that follows. */
export async function recognizeSearches(browser: BrowserSession, on: boolean): Promise<void> {
  await ask(browser, 'settings/change', { changes: { recognizeSearches: on } });
  await searchesRuleset(browser, on);
  await startedAnew(browser, on);
}

/** Firefox wakes its worker only for what a first turn registered. Starts the worker anew, as the alarm does within about a minute. */
export async function startedAnew(browser: BrowserSession, on: boolean): Promise<void> {
  if (browser.name !== 'firefox') return;
  await waitFor('the word for the next first turn', async () => {
    const kept = await browser.inExtension<string | null>(`localStorage.getItem('searches-recognized')`);
    return (kept !== null) === on;
  });
  await browser.stopWorker();
  await ask(browser, 'settings/get', {});
  await browser.inExtension(`${API}.alarms.clear('searches')`);
}

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
