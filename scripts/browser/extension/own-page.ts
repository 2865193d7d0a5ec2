/** Opens pages of the extension by their address, and sends their requests to the worker. */
import assert from 'node:assert/strict';
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** The extension API by the name that this browser has for it, for code that runs in the browser. */
export const API = '(globalThis.browser ?? chrome)';

/** Opens a page in a new tab, and waits until it can send messages. @param path - below the extension's own address. */
export async function openOwn(browser: BrowserSession, path: string): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, browser.base + path);
  await waitFor('the page of ours', () =>
    browser.evaluate<boolean>(tab, `typeof ${API}.runtime.sendMessage === 'function'`),
  );
  return tab;
}

/** Sends requests from a page of the extension, one after the other. @returns the worker's answers. */
export function askFrom(browser: BrowserSession, tab: Tab, asks: readonly unknown[]): Promise<unknown[]> {
  return browser.evaluate<unknown[]>(
    tab,
    `(async () => { const answers = []; for (const ask of ${JSON.stringify(asks)})
      answers.push(await ${API}.runtime.sendMessage(ask).catch((error) => ({ refused: String(error) }))); return answers; })()`,
  );
}

/** Fails unless the worker refused every request. */
export function allRefused(asks: readonly unknown[], answers: readonly unknown[]): void {
  assert.equal(answers.length, asks.length);
  for (const [place, answer] of answers.entries())
    assert.ok(
      typeof answer === 'object' && answer !== null && 'refused' in answer,
      `${JSON.stringify(asks[place])} was answered: ${JSON.stringify(answer)}`,
    );
}
