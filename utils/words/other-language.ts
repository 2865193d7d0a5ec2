/** Marks a part of a page whose language differs from the page's, for screen readers and for its direction. */
import { directionOf } from './document-language.ts';

/** @returns attributes for the part; none if both languages are the same. */
export function otherLanguage(
  page: string,
  part: string | undefined,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return part === undefined || part === page ? {} : { lang: part, dir: directionOf(part) };
}
