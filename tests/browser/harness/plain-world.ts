/** A browser with the extension, welcomed and guarding, and a site that has the same plain page everywhere. */
import { plainPage } from './classifieds.ts';
import { guardRegistered } from './guard-registered.ts';
import { builtExtension, launch } from './open-browser.ts';
import type { BrowserSession } from './session.ts';
import { type Site, startSite } from './site.ts';
import { closeWelcome } from './take-pass.ts';

/** @returns both; the caller closes them. */
export async function openPlainWorld(): Promise<{ site: Site; browser: BrowserSession }> {
  const site = await startSite(() => ({ body: plainPage('<h1>Plain</h1>') }));
  const browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
  return { site, browser };
}
