/** Names a place in the reader's language. */

import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import type { Place } from './place.ts';

/** A region's name in the reader's language, and the words that join it with its country's name. */
export interface RegionName {
  name: string;
  words: Words<'notice'>;
}

/**
 * @param region - the region's name, if the place has a region and the text is to name it.
 * @returns a text such as "Georgia, United States" or "Sweden"; null if the country is not known.
 */
export function placeName(place: Place, language: Language, region: RegionName | null = null): string | null {
  if (!place.country) return null;
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(place.country) ?? place.country;
  return place.region && region ? region.words('placeIn', { region: region.name, country }) : country;
}
