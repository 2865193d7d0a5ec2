/** Makes search patterns that know accented letters: without this, `\b` and `\w` end a word at the ó of "rescató". */

const LETTER = '[\\p{L}\\p{N}]';
const EDGE = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/** @returns the pattern with `\b` and `\w` read for all letters, and without regard to case. */
export function anyLetter(source: string): RegExp {
  return new RegExp(source.replaceAll('\\b', EDGE).replaceAll('\\w', LETTER), 'iu');
}
