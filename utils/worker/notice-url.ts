/** Whether an address is one of the notice's pages. */
import { isNoticePath } from '../notice/notice-address.ts';
import { pageUrl } from '../page-url.ts';

/** @param url - of a tab or a sender. @returns true for every page of the notice, whatever its query and fragment. */
export function isNoticeUrl(url: string): boolean {
  const root = pageUrl('/');
  return url.startsWith(root) && isNoticePath(`/${url.slice(root.length).split(/[?#]/)[0]}`);
}
