/** Skips the pause before "Continue anyway" where the test is about something else. */
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** More than any pause that a test leaves as it is (milliseconds). */
const LONG_ENOUGH = 60_000;

/**
 * Adds to what the worker has counted for the notice in this tab, as if somebody had sat before it, and loads the notice
 * again, which goes on with the same wait. Throws after 10 s if there is none.
 */
export async function skipPause(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor('a wait that can be shortened', () =>
    browser.evaluate<boolean>(
      tab,
      `(async () => {
        const { storage, tabs } = globalThis.browser ?? chrome;
        const key = 'wait:' + (await tabs.getCurrent()).id;
        const wait = (await storage.session.get(key))[key];
        if (!wait) return false;
        await storage.session.set({ [key]: { ...wait, seen: wait.seen + ${LONG_ENOUGH} } });
        globalThis.beforeReload = true;
        return true;
      })()`,
    ),
  );
  await browser.reload(tab);
  // The whole of it: what is still to come would move the button away from under a click. `#more` comes last; `#message` may
  // rightly stay empty, and the last release has no `#place`.
  await waitFor('the notice to be shown again', () =>
    browser.evaluate<boolean>(
      tab,
      `!globalThis.beforeReload && document.querySelector('#more')?.childElementCount > 0`,
    ),
  );
}
