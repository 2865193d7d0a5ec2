/** Splits a text into sentences, words and numbers, by the rules of its language. */
import type { Language } from '../../utils/words/languages.ts';
import { localeOf } from '../../utils/words/locale-of.ts';
import { lexiconOf } from './lexicon.ts';

/** @returns the sentences of a text. An abbreviation with full stops counts as one word. */
export function sentences(text: string, language: Language): string[] {
  return lexiconOf(language)
    .abbreviations.reduce((rest, short) => rest.replaceAll(short, short.replace(/[.\s]/g, '')), text)
    .split(/(?<=[.?!؟])\s+|(?<=[。？！])/)
    .filter((sentence) => sentence.length > 0);
}

/** @returns the words of a text, without signs. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’&-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** @returns one line for each sentence of a text that is too long. */
export function tooLong(text: string, language: Language): string[] {
  const { longest } = lexiconOf(language);
  return sentences(text, language).flatMap((sentence) => {
    if ('characters' in longest) {
      return sentence.length > longest.characters
        ? [`a sentence of ${sentence.length} characters, at most ${longest.characters}`]
        : [];
    }
    const count = wordsOf(sentence).length;
    return count > longest.words ? [`a sentence of ${count} words, at most ${longest.words}`] : [];
  });
}

/** @returns the numbers in a text, without signs and separators: "$2,500" gives `2500`, and so does "2 500 €" in French. */
export function numbers(text: string, language: Language): string[] {
  const parts = new Intl.NumberFormat(localeOf(language)).formatToParts(1_234_567.8);
  const sign = (type: 'group' | 'decimal', otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  const [group, decimal] = [sign('group', ','), sign('decimal', '.')];
  // Writers use any of several kinds of space.
  const between = /\s/.test(group) ? '[ \\u00a0\\u202f]' : `\\${group}`;
  const number = new RegExp(
    `\\d{1,3}(?:${between}\\d{3})+(?!\\d)(?:\\${decimal}\\d+)?|\\d+(?:\\${decimal}\\d+)?`,
    'g',
  );
  return [...text.matchAll(number)].map(([found]) =>
    found.replace(new RegExp(`${between}(?=\\d{3})`, 'g'), '').replace(decimal, '.'),
  );
}
