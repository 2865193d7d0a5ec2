/** Isolates text of another language within a sentence that is written from right to left. */
import { directionOf } from './document-language.ts';

/**
 * Keeps the order of an address, a telephone number or a symbol. Without the Unicode isolate, the end of `example.com/*` moves to
 * the other side, and the parts of `555-0101` change places after Arabic letters.
 *
 * @param language - the language of the sentence around it.
 */
export const isolated = (text: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;
