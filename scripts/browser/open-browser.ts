/** Opens the browser that this test run is for, with the build for that browser. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium } from './chromium.ts';
import type { BrowserName } from './find-browsers.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserSession, LaunchOptions } from './session.ts';

/** The browser of this run, from `TEST_BROWSER`; Chromium by default. */
export const BROWSER: BrowserName = process.env.TEST_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** @returns the folder of the build under test. Throws if there is no build. */
export function builtExtension(browser: BrowserName = BROWSER): string {
  const folder = resolve('.output', browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run npm run build first.`);
  return folder;
}

/** Launches a browser by name. Without an `extension` in the options, it runs without one. */
export function launch(options: LaunchOptions, browser: BrowserName = BROWSER): Promise<BrowserSession> {
  return browser === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
