/** Asks the worker as the extension's own settings page does, and fills in fields as a person does. */
import type { Answers, OutcomeOf } from '../../../utils/messages/answers.ts';
import type { Input, SettingsRequest } from '../../../utils/messages/requests.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/**
 * Sends one settings request. Throws where the worker refuses.
 * @returns its outcome, without the view that the answer to a change also contains.
 */
export async function ask<Name extends SettingsRequest>(
  browser: BrowserSession,
  type: Name,
  input: Input<Name>,
): Promise<OutcomeOf<Answers[Name]>> {
  const answer = await browser.inExtension<object>(messageOf(type, input));
  if ('refused' in answer) throw new Error(String(answer.refused));
  return ('outcome' in answer ? answer.outcome : answer) as OutcomeOf<Answers[Name]>;
}

/** @returns an expression that sends a message and returns its answer, for pages other than the settings page. */
export function messageOf(type: string, input: object): string {
  return `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ type, ...input })})`;
}

/** Waits until the extension is sure that there is no policy. It grants no pass before that. */
export async function policyKnown(browser: BrowserSession): Promise<void> {
  const known = async () => (await ask(browser, 'settings/get', {})).effective.policyKnown;
  await waitFor('the word that there is no policy', known, 60_000);
}

/** Opens one of the extension's pages and waits until this text is there. */
export async function openPage(browser: BrowserSession, path: string, text: string): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, browser.base + path);
  await seeText(browser, tab, text);
  return tab;
}

/** Waits until this text is in the tab. @returns all of the tab's text. */
export function seeText(browser: BrowserSession, tab: Tab, text: string): Promise<string> {
  return waitFor(`"${text}"`, async () => {
    const view = await browser.view(tab);
    if (view.text.includes(text)) return view.text;
    throw new Error(view.text.slice(0, 600));
  });
}

/** Focuses the first field with this label and types at its end, key by key. */
export async function typeInto(browser: BrowserSession, tab: Tab, name: string, text: string): Promise<void> {
  await waitFor(`a field labeled "${name}"`, () =>
    browser.evaluate<boolean>(
      tab,
      `(() => {
        const labels = [...document.querySelectorAll('label')];
        const label = labels.find((each) => each.textContent.trim().startsWith(${JSON.stringify(name)}));
        label?.control?.focus();
        return label?.control != null && document.activeElement === label.control;
      })()`,
    ),
  );
  await browser.press(tab, ...text);
}

/** Waits for something with this accessible name and clicks it. */
export async function clickOn(browser: BrowserSession, tab: Tab, name: string): Promise<void> {
  await waitFor(`something to click named "${name}"`, () => browser.click(tab, name).then(() => true));
}

/** @returns tabs of one of the extension's own pages. */
export async function tabsOf(browser: BrowserSession, path: string): Promise<Tab[]> {
  const tabs = await browser.tabs();
  const views = await Promise.all(tabs.map((tab) => browser.view(tab).catch(() => null)));
  return tabs.filter((_, place) => views[place]?.url.startsWith(browser.base + path));
}
