/** The absolute address of a page of ours. */
import { browser } from './extension-api.ts';

// WXT types `getURL` by the files of the last build, which a type check on a clean checkout does not have.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

/**
 * @param path - from the package's root, such as `/notice/US.en.html`.
 * @returns the address under the extension's own id. `getURL` itself gives a web-accessible page a dynamic one
 *   (`use_dynamic_url`; tried in Chromium 156), which our own worker would not recognize.
 */
export function pageUrl(path: string): string {
  return runtime.getURL('/').replace(/\/$/, '') + path;
}
