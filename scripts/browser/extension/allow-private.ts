/** Allows the extension in private windows, or stops allowing it, as a person does. */

import type { ChromiumSession } from '../chromium-session.ts';
import { FirefoxSession } from '../firefox-session.ts';
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { ask } from './ask.ts';

/** Does what a person does on the browser's own page about the extension. */
export async function allowPrivate(browser: BrowserSession, allowed: boolean): Promise<void> {
  if (browser instanceof FirefoxSession) {
    await browser.inBrowser(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       const extension = WebExtensionPolicy.getByHostname(args[1]).extension;
       await ExtensionPermissions[args[0] ? 'add' : 'remove'](extension.id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
       await (await AddonManager.getAddonByID(extension.id)).reload();
       return true;`,
      allowed,
      new URL(browser.base).hostname,
    );
  } else {
    const chromium = browser as ChromiumSession;
    const tab = await chromium.newTab();
    await chromium.open(tab, 'chrome://extensions/');
    const update = { extensionId: new URL(browser.base).hostname, incognitoAccess: allowed };
    // The change restarts the extension, and an unpacked extension survives that only in developer mode.
    await chromium.evaluate(
      tab,
      `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
        .then(() => chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)}))`,
    );
    await chromium.closeTab(tab);
  }
  await waitFor('the extension to come back', () => ask(browser, 'status/get', {}), 20_000);
}
