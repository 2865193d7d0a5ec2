/** Shows what the extension puts on a listed page itself: the overlay, the pass banner after a pass, and the popup above it. */

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

/** A page that the extension does not cover, so that the scene can put the overlay on it. */
export const BARE = 'http://unlisted.test/';

/**
 * Runs the guard on that page. The overlay is normally shown only until the worker answers, or for a second, in a closed shadow
 * root. In the guard's isolated world, the scene therefore supplies the worker's answer, stops timers and opens shadow roots.
 * Everything else is as built.
 *
 * @param language - the browser's language, which the overlay uses; null leaves it as it is.
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

/** Opens the popup in a tab behind `front`, so that it describes that tab, as it does when it opens over it. */
export async function popupOver(browser: BrowserSession, front: Tab, text: string): Promise<Tab> {
  const popup = await browser.newTab();
  await browser.bringToFront(front);
  await browser.open(popup, `${browser.base}popup.html`);
  await seeText(browser, popup, text);
  return popup;
}
