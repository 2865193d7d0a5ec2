/** Waits until a tab shows a loaded document, no matter which one. */
import type { BrowserSession, Tab } from './session.ts';
import { waitFor } from './wait.ts';

/** Throws after 10 s. Asks again while the tab is between two documents. */
export async function waitForLoad(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor('the tab to finish loading', () =>
    browser.evaluate<boolean>(tab, 'document.readyState === "complete"'),
  );
}
