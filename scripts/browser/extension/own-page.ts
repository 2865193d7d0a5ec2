/** Pages of ours that a test opens by their address, and what they ask of the worker. */
import assert from 'node:assert/strict';
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** The API by the name this browser has for it, in text that runs there. */
export const API = '(globalThis.browser ?? chrome)';

/** @param path - below the extension's own address. @returns a new tab with that page, once it can send messages. */
export async function openOwn(browser: BrowserSession, path: string): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, browser.base + path);
  await waitFor('the page of ours', () =>
    browser.evaluate<boolean>(tab, `typeof ${API}.runtime.sendMessage === 'function'`),
  );
  return tab;
}

/** @returns the worker's answers, asked one after the other from a page of ours. */
export function askFrom(browser: BrowserSession, tab: Tab, asks: readonly unknown[]): Promise<unknown[]> {
  return browser.evaluate<unknown[]>(
    tab,
    `(async () => { const answers = []; for (const ask of ${JSON.stringify(asks)})
      answers.push(await ${API}.runtime.sendMessage(ask).catch((error) => ({ refused: String(error) }))); return answers; })()`,
  );
}

/** Fails unless each was refused. */
export function allRefused(asks: readonly unknown[], answers: readonly unknown[]): void {
  assert.equal(answers.length, asks.length);
  for (const [place, answer] of answers.entries())
    assert.ok(
      typeof answer === 'object' && answer !== null && 'refused' in answer,
      `${JSON.stringify(asks[place])} was answered: ${JSON.stringify(answer)}`,
    );
}
