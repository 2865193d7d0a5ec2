/** Checks a text with a measure of reading difficulty, if its language has one. */
import type { Language } from '../../utils/words/languages.ts';
import { english } from './measures/english.ts';
import type { Measure } from './measures/measure.ts';
import { spanish } from './measures/spanish.ts';
import { sentences, wordsOf } from './sentences.ts';

/** Each measure was made for its language. Texts in other languages are judged only by people. */
const MEASURES: Partial<Record<Language, Measure>> = { en: english, es: spanish };

/**
 * Shorter texts are not measured one by one: in fewer than ten words, one long word decides the result of a formula.
 * They still count in the measure of their whole surface.
 */
const SHORTEST_MEASURED = 10;

/** @returns what is wrong with the text's difficulty, or null. A text below the shortest length always passes. */
export function tooHard(text: string, language: Language): string | null {
  const measure = MEASURES[language];
  const words = wordsOf(text);
  if (!measure || words.length < SHORTEST_MEASURED) return null;
  return measure({ words, sentences: Math.max(1, sentences(text, language).length) });
}
