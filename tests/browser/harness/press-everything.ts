/** Presses everything on a page of the extension that can be pressed, like a person who tries everything. */
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/**
 * Presses buttons, summaries and links within the page, including those that appear meanwhile. Presses each text once.
 * @param but - selector of what is not pressed, because it leaves the page.
 * @param within - selector of a part of the page; by default, the whole page.
 * @returns what was pressed.
 */
export function pressEverything(
  browser: BrowserSession,
  tab: Tab,
  but: string,
  within = 'body',
): Promise<string[]> {
  const wanted = ['button:enabled', 'summary', 'a[href^="#"]'].map((each) => `${within} ${each}`).join();
  return browser.evaluate<string[]>(
    tab,
    `(async () => {
      const pressed = new Set();
      const nameOf = (each) => each.ariaLabel || each.textContent.trim();
      const isNext = (each) => each.checkVisibility() && !each.closest(${JSON.stringify(but)}) && !pressed.has(nameOf(each));
      for (let turn = 0; turn < 150; turn++) {
        let next = [...document.querySelectorAll(${JSON.stringify(wanted)})].find(isNext);
        // Nothing left: what was asked for may still be loading.
        for (let wait = 0; !next && wait < 4; wait++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          next = [...document.querySelectorAll(${JSON.stringify(wanted)})].find(isNext);
        }
        if (!next) break;
        pressed.add(nameOf(next));
        next.click();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return [...pressed];
    })()`,
  );
}
