/** Opens a browser with the extension, past its first run, and a site that answers every address with the same plain page. */

import { guardRegistered } from '../../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome } from '../../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { plainPage } from '../../../scripts/browser/site/classifieds.ts';
import { type Site, startSite } from '../../../scripts/browser/site/site.ts';

/** @returns both. The caller closes them. */
export async function openPlainWorld(): Promise<{ site: Site; browser: BrowserSession }> {
  const site = await startSite(() => ({ body: plainPage('<h1>Plain</h1>') }));
  const browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
  return { site, browser };
}
