/** Loads what the learn page shows in one language: its words, its sources and the signs of control. */

import type { SignFacts, SignSentences, Signs } from '../notice/claims-types.ts';
import { loadClaims } from '../notice/load-claims.ts';
import type { Language } from '../words/languages.ts';
import {
  loadWords,
  type Values,
  type WordFiles,
  type WordModule,
  type Words,
  wordsFrom,
} from '../words/load.ts';
import { type FindSource, sourceFinder } from './sources.ts';
import type { LearnSurface } from './types.ts';

/** Returns the message of one of a section's keys. The compiler checked the keys against their surface in the section's own file. */
export type Say = (key: string, values?: Values) => string;

export interface LearnContent {
  language: Language;
  page: Words<'learn'>;
  contact: Words<'contact'>;
  sections: Record<LearnSurface, Say>;
  source: FindSource;
  /** As reviewed in `data/learn/`. */
  signs: Signs;
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

const files: WordFiles = import.meta.glob<WordModule>('./*/learn-*.json', {
  base: '../../data/words/',
  query: '?words',
});

const signSentences = import.meta.glob<{ default: SignSentences }>('./*/signs.json', {
  base: '../../data/learn/',
});

/**
 * @param language - the reader's.
 * @returns everything the page shows except the helplines, which depend on the country.
 */
export async function loadLearn(language: Language): Promise<LearnContent> {
  const [page, contact, claims, signs, ...loaded] = await Promise.all([
    loadWords('learn', language),
    loadWords('contact', language),
    loadClaims(language),
    loadSigns(language),
    ...LEARN_SURFACES.map((surface) => wordsFrom(files, surface, language)),
  ]);
  const sections = Object.fromEntries(
    LEARN_SURFACES.map((surface, index) => [surface, loaded[index] as Say]),
  );
  return {
    language,
    page,
    contact,
    sections: sections as Record<LearnSurface, Say>,
    source: sourceFinder(claims),
    signs,
  };
}

async function loadSigns(language: Language): Promise<Signs> {
  const load = signSentences[`./${language}/signs.json`];
  if (!load) throw new Error(`No signs in "${language}"`);
  const [facts, said] = await Promise.all([import('../../data/learn/signs.json'), load()]);
  return joinSigns(facts.default as SignFacts[], said.default);
}

/** @returns the signs in the order of the facts. Throws if one has no text. */
function joinSigns(facts: readonly SignFacts[], { note, signs }: SignSentences): Signs {
  return {
    note,
    signs: facts.map((sign) => {
      const text = signs[sign.id];
      if (text === undefined) throw new Error(`The sign "${sign.id}" says nothing in this language`);
      return { ...sign, text };
    }),
  };
}
