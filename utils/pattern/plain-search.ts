/**
 * Reads a search as it would be without signs around its words, in small letters and in composed characters. Phrases and exclusions
 * are written so, and no rule of a browser can read a search so. Where it matters, rules leave the search to the worker.
 */

/** Signs of ASCII that stand around words or between them. Not `'`, which is part of words, and none that addresses in queries contain. */
const SIGNS = '%(?:2[12489a]|3[bcef]|5[b-e]|60|7[b-d])|[()]';

/**
 * Expressions in the common subset of RE2 and JavaScript, to be read without regard to case, for searches that {@link plainSearch}
 * changes. Each is small enough for a rule (`regex-cost.ts`).
 */
export const UNCLEAR: readonly string[] = [
  // Signs, also beyond ASCII (Latin-1, general punctuation, Chinese and Japanese, full width), a double space, a dot at the end;
  // capitals of Latin-1. A comma before a digit is one of coordinates, which maps put behind the query.
  `${SIGNS}|%2c[^0-9-]|%c2%|%e2%8|%e3%80%|%ef%bc%|(?:[+]|%20)(?:[+]|%20)|[.](?:&|$)|%c3%(?:8|9[0-689a-e])`,
  // Capitals of Greek, Cyrillic, Vietnamese; combining marks, and Korean letters that are not composed to syllables.
  '%ce%(?:8[6-9a-f]|9|a[0-9ab])|%d0%[89a]|%d2%90|%c6%a[0f]|%e1%b[89ab]%[89ab][02468ace]|%cc%|%cd%[89a]|%e1%8[4-7]',
  // Capitals of other Latin letters with marks.
  '%c4%(?:[89a][02468ace]|b[02469bdf])|%c5%(?:8[1357ace]|[9a][02468ace]|b[024689bd])',
];

const unclear = new RegExp(UNCLEAR.join('|'), 'i');

/** @returns whether rules leave a search to the worker. @param address - with its fragment, if the engine writes words there. */
export const isUnclear = (address: string): boolean => unclear.test(address);

const signs = new RegExp(`${SIGNS}|%2c|[^\\0-\\x7f\\p{L}\\p{M}\\p{N}]|[.](?=&|$)`, 'giu');

/** @returns the address with what {@link UNCLEAR} finds as it would be in a plain search. Escapes that are no UTF-8 stay. */
export function plainSearch(address: string): string {
  const words = address.replace(/(?:%[89a-f][0-9a-f])+/gi, decoded).normalize('NFC');
  // Only Turkish has these capitals, and there `I` is the capital of `ı`.
  const small = /[İĞ]/.test(words) ? words.toLocaleLowerCase('tr') : words.toLowerCase();
  return small
    .replace(/[‘’]/g, '%27')
    .replace(signs, '+')
    .replace(/(?:\+|%20)+/g, '+')
    .replace(/([=/])\+|\+(?=[&/#]|$)/g, '$1')
    .replace(/[^\0-\x7f]/gu, encodeURIComponent);
}

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
