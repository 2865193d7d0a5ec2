/** Starts the browser with the build in a profile that remains, for tests that start it again. */
import { ask } from '../../../scripts/browser/extension/ask.ts';
import { builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../../scripts/browser/session.ts';
import type { Site } from '../../../scripts/browser/site/site.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';

/**
 * Resolves once the worker answers. Throws after a minute.
 * @param folder - the profile's folder.
 */
export async function launchInProfile(
  site: Site,
  folder: string,
  more: Partial<LaunchOptions> = {},
): Promise<BrowserSession> {
  const browser = await launch({
    port: site.port,
    extension: builtExtension(),
    installedBy: 'profile',
    profile: folder,
    ...more,
  });
  await waitFor('the worker', () => ask(browser, 'settings/get', {}), 60_000);
  return browser;
}
