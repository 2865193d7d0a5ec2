/** Names a place in the reader's language. */

import type { Language } from '../words/languages.ts';
import type { Place } from './place.ts';

/**
 * @param regionName - the region's name in that language, where the place has one (its law entry holds it).
 * @returns such as "Georgia, United States" or "Sweden"; null where not even the country is known.
 */
export function placeName(
  { country, region }: Place,
  language: Language,
  regionName?: string,
): string | null {
  if (!country) return null;
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return region && regionName ? `${regionName}, ${name}` : name;
}
