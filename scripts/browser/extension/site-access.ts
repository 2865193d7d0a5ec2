/** Withdraws the extension's access to all sites and gives it back, as the browser's own page about the extension does. */

import { ChromiumSession } from '../chromium-session.ts';
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';

/** @returns whether the extension has access now. */
export async function hasAccess(browser: BrowserSession): Promise<boolean> {
  return (await ask(browser, 'status/get', {})).hostAccess;
}

/** In Chromium, sets "Site access: on click"; in Firefox, removes the permission. Resolves once the access is gone. */
export async function withdrawAccess(browser: BrowserSession): Promise<void> {
  if (browser instanceof ChromiumSession) await siteAccess(browser, 'ON_CLICK');
  else await browser.inExtension("browser.permissions.remove({ origins: ['<all_urls>'] })");
  await waitFor('access to be gone', async () => !(await hasAccess(browser)));
}

/** Gives the access back in Chromium. In Firefox, the extension asks the person for it. */
export async function giveAccess(browser: ChromiumSession): Promise<void> {
  await siteAccess(browser, 'ON_ALL_SITES');
  await waitFor('access', () => hasAccess(browser));
}

async function siteAccess(browser: ChromiumSession, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const update = { extensionId: new URL(browser.base).hostname, hostAccess };
  await onExtensionsPage(
    browser,
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)})`,
  );
}

/** Runs an expression on Chromium's page about extensions. */
async function onExtensionsPage(browser: ChromiumSession, expression: string): Promise<void> {
  const tab = await browser.newTab();
  await browser.open(tab, 'chrome://extensions/');
  await browser.evaluate(tab, expression);
  await browser.closeTab(tab);
}
