/** Has searches recognized, and waits for the rules over them, which follow a change of the settings or of the policy. */
import { BROWSER } from '../open-browser.ts';
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';
import { API } from './own-page.ts';

/** As a person does in the settings; then waits for all that follows. */
export async function recognizeSearches(browser: BrowserSession, on: boolean): Promise<void> {
  await ask(browser, 'settings/change', { changes: { recognizeSearches: on } });
  await searchesRuleset(browser, on);
  await startedAnew(browser, on);
}

/** Firefox wakes its worker for what the first turn has registered: starts it anew, as the alarm would within a minute or so. */
export async function startedAnew(browser: BrowserSession, on: boolean): Promise<void> {
  if (BROWSER !== 'firefox') return;
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
