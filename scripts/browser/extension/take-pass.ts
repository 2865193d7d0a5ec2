/** Does what a person has to do to open a listed page anyway. */
import words from '../../../data/words/en/notice.json' with { type: 'json' };
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';
import { seeNotice } from './notice-seen.ts';
import { skipPause } from './skip-pause.ts';

/**
 * Tells the worker that the person has seen the welcome page, so that no tab opens in front of the one under test. A first run
 * takes seconds to decide whether to open that page. If it is open already, this closes it.
 */
export async function closeWelcome(browser: BrowserSession): Promise<void> {
  await ask(browser, 'settings/welcomed', {});
  const tab = await welcomeTab(browser);
  if (tab) await browser.closeTab(tab);
}

/** Opens a listed address, skips the pause (which has its own tests) and continues. Resolves when the notice is gone. */
export async function takePass(browser: BrowserSession, tab: Tab, address: string): Promise<void> {
  await browser.open(tab, address);
  await seeNotice(browser, tab);
  await skipPause(browser, tab);
  await continueAnyway(browser, tab);
}

/**
 * Waits on a notice until `Continue anyway` is enabled, then clicks it. Clicks again as long as the extension refuses because it
 * does not know yet whether there is a policy.
 */
export async function continueAnyway(browser: BrowserSession, tab: Tab): Promise<void> {
  await waitFor(
    'the pause to end',
    () =>
      browser.evaluate<boolean>(tab, `Boolean(document.querySelector('.notice-continue button:enabled'))`),
    30_000,
  );
  await browser.click(tab, 'Continue anyway');
  let refused = false;
  await waitFor(
    'the notice to go',
    async () => {
      const { url, text } = await browser.view(tab);
      if (!url.startsWith(browser.base)) return true;
      // Once that is known, the notice offers the button again instead of the refusal.
      const again = refused && text.includes(words.continueReady);
      refused ||= text.includes(words['refused-policy-not-known']);
      if (again || text.includes(words['refused-policy-not-known']))
        await browser.click(tab, 'Continue anyway').catch(() => undefined);
      return false;
    },
    30_000,
  );
}

async function welcomeTab(browser: BrowserSession): Promise<Tab | undefined> {
  for (const tab of await browser.tabs()) {
    const { url } = await browser.view(tab).catch(() => ({ url: '' }));
    if (url.startsWith(`${browser.base}welcome.html`)) return tab;
  }
  return undefined;
}
