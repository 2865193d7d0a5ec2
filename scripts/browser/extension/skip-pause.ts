/** Skips the pause before "Continue anyway" in tests that are not about it. */
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** Longer than any pause that a test does not skip (milliseconds). */
const LONG_ENOUGH = 60_000;

/**
 * Adds to the time that the worker has counted for the notice in this tab, as if a person had looked at it for that long. Then
 * reloads the notice, which continues the same wait. Throws after 10 s if there is no wait.
 */
export async function skipPause(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor('the pause to be skipped', async () => {
    await skipOnce(browser, tab);
    // A message of the notice that the worker was answering meanwhile writes the wait again, as it was before.
    return browser.evaluate<boolean>(tab, `${STORED_WAIT}.then(({ wait }) => wait?.seen >= ${LONG_ENOUGH})`);
  });
}

/** The wait of the notice in this tab, and its key. */
const STORED_WAIT = `(async () => {
  const { storage, tabs } = globalThis.browser ?? chrome;
  const key = 'wait:' + (await tabs.getCurrent()).id;
  return { key, wait: (await storage.session.get(key))[key] };
})()`;

async function skipOnce(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor('a wait that can be shortened', () =>
    browser.evaluate<boolean>(
      tab,
      `(async () => {
        const { key, wait } = await ${STORED_WAIT};
        if (!wait) return false;
        const { storage } = globalThis.browser ?? chrome;
        await storage.session.set({ [key]: { ...wait, seen: wait.seen + ${LONG_ENOUGH} } });
        globalThis.beforeReload = true;
        return true;
      })()`,
    ),
  );
  await browser.reload(tab);
  // Waits for the whole notice: parts that appear later would move the button away from under a click. `#more` is filled last.
  // `#message` may be empty, and the last release has no `#place`.
  await waitFor('the notice to be shown again', () =>
    browser.evaluate<boolean>(
      tab,
      `!globalThis.beforeReload && document.querySelector('#more')?.childElementCount > 0`,
    ),
  );
}
