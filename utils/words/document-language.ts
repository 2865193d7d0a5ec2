/** In which direction a language is written, for every document and part of one that says which language it speaks. */

/** The written languages of a translation that may come, and that run from right to left. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)$/;

/** @param language - a bare ISO 639-1 code, as in `LANGUAGES`. */
export const directionOf = (language: string) => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

/** Tells a document or a part of it which language it speaks, and with it which way it runs. */
export function setDocumentLanguage(part: HTMLElement, language: string): void {
  part.lang = language;
  part.dir = directionOf(language);
}
