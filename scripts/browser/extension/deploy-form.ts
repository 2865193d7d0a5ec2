/** Drives the deploy page and the preview in tests: opens them, fills in fields, and reads what they show. */
import { ChromiumSession } from '../chromium-session.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** A statement with characters that every file format has to escape in its own way. */
export const STATEMENT = 'Our rule, "in short":\nnot <b>with</b> our devices. Ünïcode 人事部';
const UPDATE = 'https://intranet.example.com/second-thought/update.xml';

/** Opens a page of the extension, brings its tab to the front, and waits until the selector `ready` matches. */
export async function openPage(
  browser: BrowserSession,
  tab: Tab,
  address: string,
  ready: string,
): Promise<void> {
  await openAt(browser, tab, browser.base + address, ready);
}

/** Does the same for any address, such as a page of the static site. */
export async function openAt(
  browser: BrowserSession,
  tab: Tab,
  address: string,
  ready: string,
): Promise<void> {
  await browser.open(tab, address);
  // The tab may be behind the welcome page, and Chromium paints nothing in a tab that is behind another.
  if (browser instanceof ChromiumSession) await browser.page(tab, 'Page.bringToFront');
  await waitFor(ready, () =>
    browser.evaluate<boolean>(tab, `Boolean(document.querySelector(${JSON.stringify(ready)}))`),
  );
}

/** Types values into fields, by their ids. */
export async function fill(browser: BrowserSession, tab: Tab, values: Record<string, string>): Promise<void> {
  await browser.evaluate(
    tab,
    `(() => { for (const [id, value] of Object.entries(${JSON.stringify(values)})) {
      const field = document.getElementById(id);
      field.value = value;
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    } return true; })()`,
  );
}

/** @returns what the bar says about the files that the form makes. */
export function barSays(browser: BrowserSession, tab: Tab): Promise<string> {
  return browser.evaluate<string>(tab, `document.querySelector('.deploy-bar [role=status]').textContent`);
}

/** Opens the form and fills in enough for it to make files. */
export async function filledForm(browser: BrowserSession, tab: Tab): Promise<void> {
  await openPage(browser, tab, 'deploy.html', '.deploy-bar');
  await fillForm(browser, tab);
}

/** Fills in enough fields for the form to make files. */
export async function fillForm(browser: BrowserSession, tab: Tab): Promise<void> {
  await fill(browser, tab, {
    'chromium-updateUrl': UPDATE,
    'policy-organizationName': 'Example Works',
    'policy-policyStatement': STATEMENT,
    'policy-jurisdictions': 'US-GA',
    'policy-blockedPatterns': 'listed.example\n=exact.example',
    'policy-continueDelaySeconds': '30',
  });
  await waitFor('the files', async () => (await barSays(browser, tab)).endsWith('files made.'));
}

/** Opens the preview of a policy and waits for its sheet. */
export function openPreview(
  browser: BrowserSession,
  tab: Tab,
  policy: Record<string, unknown>,
): Promise<void> {
  const address = `preview.html#${encodeURIComponent(JSON.stringify(policy))}`;
  return openPage(browser, tab, address, '.sheet-title');
}

/** Evaluates an expression in the preview's frame. @param expression - may use `document`, the frame's own. */
export function inFrame(browser: BrowserSession, tab: Tab, expression: string): Promise<string> {
  return browser.evaluate<string>(
    tab,
    `((document) => ${expression})(document.querySelector('iframe').contentDocument)`,
  );
}

/** Waits until the notice in the frame contains a text. */
export async function noticeSays(browser: BrowserSession, tab: Tab, text: string): Promise<void> {
  await waitFor(text, async () => (await inFrame(browser, tab, 'document.body.innerText')).includes(text));
}
