/** Checks a text against a reading-difficulty measure, where its language has one. */
import type { Language } from '../../utils/words/languages.ts';
import { english } from './measures/english.ts';
import type { Measure } from './measures/measure.ts';
import { spanish } from './measures/spanish.ts';
import { sentences, wordsOf } from './sentences.ts';

/** Each is made for its language by its author; a language that is not here is judged by a person alone. */
const MEASURES: Partial<Record<Language, Measure>> = { en: english, es: spanish };

/**
 * Shorter texts are not measured one by one: in fewer than ten words the formulas weigh a single long word, not reading.
 * They still count in the measure of their whole surface.
 */
const SHORTEST_MEASURED = 10;

/** @returns what is wrong with the text's difficulty, or null. A text below the shortest length is never wrong. */
export function tooHard(text: string, language: Language): string | null {
  const measure = MEASURES[language];
  const words = wordsOf(text);
  if (!measure || words.length < SHORTEST_MEASURED) return null;
  return measure({ words, sentences: Math.max(1, sentences(text, language).length) });
}
