/** What a listed page itself may carry: the overlay, and after a pass the pass banner; and the popup above it. */

import type { GuardAnswer } from '../../../utils/messages/answers.ts';
import { PASS_BANNER_STYLE } from '../../../utils/worker/passes/pass-banner-style.ts';
import { seeText } from '../extension/ask.ts';
import { API } from '../extension/own-page.ts';
import { takePass } from '../extension/take-pass.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { CHECK_ADDRESS } from '../site/listed.ts';
import { waitFor } from '../wait.ts';
import type { Scene } from './scene.ts';

const BANNER = {
  label: 'Second Thought',
  help: {
    text: 'Being forced, threatened or controlled? Call 1-888-373-7888 or text 233733, day or night.',
    links: [
      { said: 'Call 1-888-373-7888', address: 'tel:+18883737888' },
      { said: 'text 233733', address: 'sms:233733?body=HELP' },
    ],
  },
  leave: 'Leave this page',
};

/** Where the overlay is looked at: a page nobody covers, so that it is there to be covered. */
export const BARE = 'http://unlisted.test/';

/**
 * The overlay is shown until the worker answers, or a second: too short for a look, and its closed root lets nobody look in.
 * In the guard's own world in the page the worker's answer is the scene's, no time passes, and roots are open; all else is as built.
 *
 * @param language - the browser's own, which the overlay speaks; left out: what it is.
 */
export async function guardWith(
  browser: BrowserSession,
  answer: GuardAnswer | null,
  language: string | null = null,
): Promise<void> {
  await browser.inExtension(`(async () => {
    const [tab] = await ${API}.tabs.query({ url: '${BARE}*' });
    const target = { tabId: tab.id };
    await ${API}.scripting.executeScript({ target, args: [${JSON.stringify(answer)}, ${JSON.stringify(language)}], func: (answer, language) => {
      globalThis.setTimeout = () => 0;
      if (language) Object.defineProperty(navigator, 'languages', { value: [language] });
      const { runtime } = globalThis.browser ?? chrome;
      const sendMessage = () => (answer ? Promise.resolve(answer) : new Promise(() => {}));
      Object.defineProperty(runtime, 'sendMessage', { value: sendMessage });
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function () {
        return attachShadow.call(this, { mode: 'open' });
      };
    } });
    await ${API}.scripting.executeScript({ target, files: ['/guard.js'] });
  })()`);
}

async function names(browser: BrowserSession, tab: Tab): Promise<string[]> {
  return (await browser.accessible(tab)).map(({ name }) => name);
}

export const pageScene: Scene = async (browser, take) => {
  for (const [name, answer, text] of [
    ['overlay', null, 'Before you go further'],
    [
      'pass banner',
      { kind: 'pass', banner: { ...BANNER, language: 'en', look: PASS_BANNER_STYLE } },
      'Call 1-888-373-7888',
    ],
  ] as const) {
    const bare = await browser.newTab();
    await browser.open(bare, BARE);
    await guardWith(browser, answer);
    await waitFor(name, async () => (await names(browser, bare)).includes(text));
    await take({ surface: 'page', name, tab: bare, key: true });
    await browser.closeTab(bare);
  }

  const passed = await browser.newTab();
  await takePass(browser, passed, CHECK_ADDRESS);
  await waitFor('the pass banner', async () => (await names(browser, passed)).includes('Leave this page'));
  await take({ surface: 'page', name: 'pass banner', tab: passed });
  const popup = await popupOver(browser, passed, 'You chose to go on');
  await take({ surface: 'popup', name: 'over a page with a pass', tab: popup });
  await browser.closeTab(popup);
  await browser.open(passed, 'about:blank');
  await browser.closeTab(passed);
};

/** Opens the popup in a tab behind another, so that it describes that tab, as its bubble over that tab would. */
export async function popupOver(browser: BrowserSession, front: Tab, text: string): Promise<Tab> {
  const popup = await browser.newTab();
  await browser.bringToFront(front);
  await browser.open(popup, `${browser.base}popup.html`);
  await seeText(browser, popup, text);
  return popup;
}
