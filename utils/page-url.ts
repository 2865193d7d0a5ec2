/** Makes the absolute address of one of the extension's own pages. */
import { browser } from './extension-api.ts';

// WXT derives the type of `getURL` from the files of the last build, which a clean checkout does not have.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

/**
 * @param path - the path from the package's root, such as `/notice/US.en.html`.
 * @returns the address under the extension's own id. `getURL` itself gives a web-accessible page a dynamic address
 *   (`use_dynamic_url`; tried in Chromium 156), which the worker would not recognize.
 */
export function pageUrl(path: string): string {
  return runtime.getURL('/').replace(/\/$/, '') + path;
}
