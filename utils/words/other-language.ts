/** Marks a part of a page that is in another language than the page, for screen readers and for its direction. */
import { directionOf } from './document-language.ts';

/** @returns attributes for the part; none where both languages are one. */
export function otherLanguage(
  page: string,
  part: string | undefined,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return part === undefined || part === page ? {} : { lang: part, dir: directionOf(part) };
}
