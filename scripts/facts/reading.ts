/** Measures how hard a text is to read: Flesch-Kincaid for English, Fernández-Huerta for Spanish. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Language } from '../../utils/policy/types.ts';
import { sentences } from './law-lint.ts';
import { spanishSyllables } from './spanish-syllables.ts';

/** Highest US school grade (Flesch-Kincaid). */
export const HIGHEST_GRADE = 8;

/** Lowest Fernández-Huerta score: its author's scale puts 60 to 70 at the seventh and eighth year of school. */
export const LOWEST_SCORE = 60;

/**
 * Shorter texts are not measured one by one: in fewer than ten words the formulas weigh a single long word, not reading.
 * They still count in the measure of their whole surface.
 */
export const SHORTEST_MEASURED = 10;

/**
 * Fernández-Huerta counts on samples of a hundred words. In a message of fewer than 25 one long word moves the score by
 * several points, so such a message has this margin; its surface as a whole has none.
 */
export const SHORT_SPANISH = { words: 25, margin: 10 };

/** @returns the words of a text, without signs. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** @returns the Flesch-Kincaid grade of an English text. */
export function englishGrade(text: string): number {
  const { words, sentenceCount } = count(text);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentenceCount, word: words.length, syllable: syllables });
}

/** @returns the Fernández-Huerta score of a Spanish text (1959): higher is easier. */
export function spanishScore(text: string): number {
  const { words, sentenceCount } = count(text);
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentenceCount);
}

/** @returns what is wrong with the text's difficulty, or null. A text below the shortest length is never wrong. */
export function tooHard(text: string, language: Language): string | null {
  const length = wordsOf(text).length;
  if (length < SHORTEST_MEASURED) return null;
  if (language === 'en') {
    const grade = englishGrade(text);
    return grade > HIGHEST_GRADE ? `reading grade ${grade.toFixed(1)}, at most ${HIGHEST_GRADE}` : null;
  }
  const least = LOWEST_SCORE - (length < SHORT_SPANISH.words ? SHORT_SPANISH.margin : 0);
  const score = spanishScore(text);
  return score < least ? `Fernández-Huerta ${score.toFixed(1)}, at least ${least}` : null;
}

function count(text: string): { words: string[]; sentenceCount: number } {
  const words = wordsOf(text);
  return { words, sentenceCount: Math.max(1, sentences(text).length) };
}
