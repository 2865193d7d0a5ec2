/** Installs another extension in addition to the one under test. */
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';

/**
 * @param folder - a built extension. In Firefox, its manifest must name an id.
 * @returns how the addresses of its pages begin.
 */
export async function installSecondExtension(browser: BrowserSession, folder: string): Promise<string> {
  if (browser instanceof ChromiumSession) {
    const { id } = await browser.cdp.send('Extensions.loadUnpacked', { path: folder });
    return `chrome-extension://${id}/`;
  }
  return (browser as FirefoxSession).inBrowser(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
     const { id } = await AddonManager.installTemporaryAddon(new FileUtils.File(args[0]));
     return 'moz-extension://' + WebExtensionPolicy.getByID(id).mozExtensionHostname + '/';`,
    folder,
  );
}
