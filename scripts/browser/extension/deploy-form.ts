/** The deploy page and the preview as a test drives them: opened, filled in, and looked into. */
import { ChromiumSession } from '../chromium-session.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { waitFor } from '../wait.ts';

/** A statement that every format has to escape in its own way. */
export const STATEMENT = 'Our rule, "in short":\nnot <b>with</b> our devices. Ünïcode 人事部';
const UPDATE = 'https://intranet.example.com/second-thought/update.xml';

/** Opens a page of the extension in front, and waits until `ready` (a selector) is there. */
export async function openPage(
  browser: BrowserSession,
  tab: Tab,
  address: string,
  ready: string,
): Promise<void> {
  await openAt(browser, tab, browser.base + address, ready);
}

/** The same for any address, such as a page of the static site. */
export async function openAt(
  browser: BrowserSession,
  tab: Tab,
  address: string,
  ready: string,
): Promise<void> {
  await browser.open(tab, address);
  // The tab may be behind the welcome page, where nothing is painted.
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

/** @returns what the bar says about the files. */
export function barSays(browser: BrowserSession, tab: Tab): Promise<string> {
  return browser.evaluate<string>(tab, `document.querySelector('.deploy-bar [role=status]').textContent`);
}

/** Opens the form and fills in what makes files. */
export async function filledForm(browser: BrowserSession, tab: Tab): Promise<void> {
  await openPage(browser, tab, 'deploy.html', '.deploy-bar');
  await fillForm(browser, tab);
}

/** Fills in what makes files. */
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

/** Opens the preview of a policy, and waits for its sheet. */
export function openPreview(
  browser: BrowserSession,
  tab: Tab,
  policy: Record<string, unknown>,
): Promise<void> {
  const address = `preview.html#${encodeURIComponent(JSON.stringify(policy))}`;
  return openPage(browser, tab, address, '.sheet-title');
}

/** @param expression - of `document`, which is the one in the preview's frame. */
export function inFrame(browser: BrowserSession, tab: Tab, expression: string): Promise<string> {
  return browser.evaluate<string>(
    tab,
    `((document) => ${expression})(document.querySelector('iframe').contentDocument)`,
  );
}

/** Waits until the notice in the frame says a text. */
export async function noticeSays(browser: BrowserSession, tab: Tab, text: string): Promise<void> {
  await waitFor(text, async () => (await inFrame(browser, tab, 'document.body.innerText')).includes(text));
}
