/** Loads the law of one place in one language; the build makes each file a separate chunk, so that a notice loads no other place's. */

import type { Place } from '../place/place.ts';
import { SHARED_LAW } from '../place/shared-law.ts';
import type { Language } from '../words/languages.ts';
import { coversLaw, joinLaw } from './law-join.ts';
import type { Law, LawFacts, LawSentences } from './law-types.ts';

// Short names and no `import: 'default'`, because the notice contains a line for each file that matches.
const facts = import.meta.glob<{ default: LawFacts }>('./*.json', { base: '../../data/law/' });
const sentences = import.meta.glob<{ default: LawSentences }>('./*/*.json', { base: '../../data/law/' });

/** Countries whose law depends on the region, and the word that people there use for one. */
const NEEDS_REGION: Record<string, 'state' | 'region'> = { US: 'state', GB: 'region' };

/** Codes that have an entry, such as `SE` and `US-GA`. */
export const LAW_CODES: readonly string[] = Object.keys(facts).map((file) =>
  file.slice('./'.length, -'.json'.length),
);

/**
 * @returns the entry of an ISO 3166 code, or null if there is none: then no law is shown. If the language lacks a sentence of
 *   this law, all of it is in English (`law.language` says so).
 */
export async function loadLaw(code: string, language: Language): Promise<Law | null> {
  const [own, said] = await Promise.all([
    facts[`./${code}.json`]?.(),
    sentences[`./${language}/${code}.json`]?.(),
  ]);
  if (!own) return null;
  if (said && coversLaw(own.default, said.default)) return joinLaw(own.default, said.default, language);
  const english = await sentences[`./en/${code}.json`]?.();
  return english ? joinLaw(own.default, english.default, 'en') : null;
}

/** @returns the entry on acts abroad, for people from the US or from elsewhere. */
export function loadLawAbroad(country: string | null, language: Language): Promise<Law | null> {
  return loadLaw(country === 'US' ? 'US-XT' : 'XT', language);
}

export interface PlaceLaw {
  /** The region's entry, else the country's; in the US without a state, the federal entry. Null: show no law. */
  law: Law | null;
  /** Federal law, shown with a US state's entry; null elsewhere. */
  federal: Law | null;
  /** What to ask the reader for, because the law depends on it and it is not known. */
  choose: 'state' | 'region' | null;
}

/** @returns the law to show at a place, with federal law next to every US state. */
export async function loadPlaceLaw(
  { country, region }: Pick<Place, 'country' | 'region'>,
  language: Language,
): Promise<PlaceLaw> {
  const [ofRegion, ofCountry] = await Promise.all([
    region ? loadLaw(SHARED_LAW[region] ?? region, language) : null,
    country ? loadLaw(country, language) : null,
  ]);
  return {
    law: ofRegion ?? ofCountry,
    federal: ofRegion?.showFederalMinor ? ofCountry : null,
    choose: (region || !country ? null : NEEDS_REGION[country]) ?? null,
  };
}
