/** Loads all words of the learn page in one language. */
import type { Language } from '../policy/types.ts';
import { loadWords, type Values, type Words } from '../words/load.ts';
import type { LearnSurface } from './types.ts';

/** Says one of a section's keys. The keys were checked against their surface where the section was written. */
export type Say = (key: string, values?: Values) => string;

export interface LearnWords {
  language: Language;
  page: Words<'learn'>;
  sections: Record<LearnSurface, Say>;
}

export const LEARN_SURFACES: readonly LearnSurface[] = [
  'learn-cards',
  'learn-employers',
  'learn-myths',
  'learn-parents',
  'learn-pledge',
  'learn-policy',
  'learn-programs',
  'learn-questions',
  'learn-recognize',
  'learn-think',
  'learn-training',
];

/**
 * @param language - the reader's.
 * @returns the page's own words and every section's.
 */
export async function loadLearnWords(language: Language): Promise<LearnWords> {
  const [page, ...loaded] = await Promise.all([
    loadWords('learn', language),
    ...LEARN_SURFACES.map((surface) => loadWords(surface, language)),
  ]);
  const sections = Object.fromEntries(LEARN_SURFACES.map((surface, index) => [surface, loaded[index] as Say]));
  return { language, page, sections: sections as Record<LearnSurface, Say> };
}
