/** Sets the language and the writing direction of a document or of a part of one. */

/** Languages whose usual script runs from right to left (CLDR). */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/;

/** @param language - a bare ISO 639-1 code, as in `LANGUAGES`. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';

/** Sets the language of a document or of a part of it, and with it the direction of writing. */
export function setDocumentLanguage(part: HTMLElement, language: string): void {
  part.lang = language;
  part.dir = directionOf(language);
}
