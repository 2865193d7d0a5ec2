/** Measures how hard an English text is to read: Flesch-Kincaid. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Counted } from './measure.ts';

/** Highest US school grade. */
const HIGHEST_GRADE = 8;

/** @returns the Flesch-Kincaid grade. */
export function englishGrade({ words, sentences }: Counted): number {
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
}

/** @returns what is wrong, or null. */
export function english(text: Counted): string | null {
  const grade = englishGrade(text);
  return grade > HIGHEST_GRADE ? `reading grade ${grade.toFixed(1)}, at most ${HIGHEST_GRADE}` : null;
}
