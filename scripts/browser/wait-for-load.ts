/** Waits until a tab shows a document that has loaded, whichever it is. */
import type { BrowserSession, Tab } from './session.ts';
import { waitFor } from './wait.ts';

/** Throws after 10 s; a tab that is between two documents is checked again. */
export async function waitForLoad(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor('the tab to finish loading', () =>
    browser.evaluate<boolean>(tab, 'document.readyState === "complete"'),
  );
}
