/** The notice's own address: what the rules put into it, and what the page reads out of it. */
import type { Language } from '../words/languages.ts';

/** The page's path in the package. */
export const NOTICE_PAGE = '/notice.html';

/** What has to be right before the first paint, carried by the rules themselves: no storage can be read that early. */
export interface FirstPaint {
  /** ISO 3166-1 country whose helpline is shown. */
  country: string | null;
  /** Absent: the browser's language decides. */
  language: Language | null;
}

/** @returns the path with its query, such as `/notice.html?c=US&l=en`. */
export function noticePath({ country, language }: FirstPaint): string {
  const query = new URLSearchParams();
  if (country) query.set('c', country);
  if (language) query.set('l', language);
  const text = query.toString();
  return text === '' ? NOTICE_PAGE : `${NOTICE_PAGE}?${text}`;
}
