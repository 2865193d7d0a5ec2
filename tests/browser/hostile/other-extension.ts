/** Another extension in the same browser, with every permission that could help it reach the extension under test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import type { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

const ID = 'other@second-thought.test';

/** Installs the other extension. @returns the address of its page. */
export async function otherExtension(
  browser: BrowserSession,
): Promise<{ page: string; remove(): Promise<void> }> {
  const { folder, remove } = temporaryFolder('other');
  const manifest = {
    manifest_version: 3,
    name: 'Another extension',
    version: '1',
    permissions: ['tabs', 'scripting', 'storage'],
    host_permissions: ['<all_urls>'],
    browser_specific_settings: { gecko: { id: ID } },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Other</title><body><h1>Other</h1>');
  if (browser.name === 'chromium') {
    const { cdp } = browser as ChromiumSession;
    const { id } = await cdp.send('Extensions.loadUnpacked', { path: folder });
    return {
      page: `chrome-extension://${id}/page.html`,
      remove: async () => {
        await cdp.send('Extensions.uninstall', { id });
        remove();
      },
    };
  }
  const firefox = browser as FirefoxSession;
  const uuid = await firefox.inBrowser<string>(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
    const { id } = await AddonManager.installTemporaryAddon(new FileUtils.File(args[0]));
    return WebExtensionPolicy.getByID(id).mozExtensionHostname;`,
    folder,
  );
  return {
    page: `moz-extension://${uuid}/page.html`,
    remove: async () => {
      await firefox.inBrowser(
        `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(args[0])).uninstall();
        return true;`,
        ID,
      );
      remove();
    },
  };
}
