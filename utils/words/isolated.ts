/** Text of another language within a sentence that is written from right to left. */
import { directionOf } from './document-language.ts';

/**
 * An address, a telephone number or a symbol from elsewhere keeps its own order: without the Unicode isolate, `example.com/*`
 * loses its end to the other side, and the parts of `555-0101` change places after Arabic letters.
 *
 * @param language - of the sentence around it.
 */
export const isolated = (text: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;
