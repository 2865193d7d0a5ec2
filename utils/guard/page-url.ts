/** The absolute address of a page of ours. */
import { browser } from 'wxt/browser';

// WXT types `getURL` by the files of the last build, which a type check on a clean checkout does not have.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

/** @param path - from the package's root, such as `/notice.html?c=US`. */
export function pageUrl(path: string): string {
  return runtime.getURL(path);
}
