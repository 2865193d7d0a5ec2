/** A browser with the extension, welcomed and guarding, and a site that has the same plain page everywhere. */

import { guardRegistered } from '../../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome } from '../../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { plainPage } from '../../../scripts/browser/site/classifieds.ts';
import { type Site, startSite } from '../../../scripts/browser/site/site.ts';

/** @returns both; the caller closes them. */
export async function openPlainWorld(): Promise<{ site: Site; browser: BrowserSession }> {
  const site = await startSite(() => ({ body: plainPage('<h1>Plain</h1>') }));
  const browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
  return { site, browser };
}
