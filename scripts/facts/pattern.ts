/** Makes search patterns that handle accented letters. Otherwise, `\b` and `\w` would end a word at the ó of "rescató". */

const LETTER = '[\\p{L}\\p{N}]';
const EDGE = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/** @returns the pattern with `\b` and `\w` applied to all letters, ignoring case. */
export function anyLetter(source: string): RegExp {
  return new RegExp(source.replaceAll('\\b', EDGE).replaceAll('\\w', LETTER), 'iu');
}
