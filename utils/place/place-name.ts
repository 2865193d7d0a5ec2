/** Names a place in the reader's language. */

import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import type { Place } from './place.ts';

/** A region's name in the reader's language, and the words that say in that language of which country it is a part. */
export interface RegionName {
  name: string;
  words: Words<'notice'>;
}

/**
 * @param region - where the place has one and it is to be named.
 * @returns such as "Georgia, United States" or "Sweden"; null where not even the country is known.
 */
export function placeName(place: Place, language: Language, region: RegionName | null = null): string | null {
  if (!place.country) return null;
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(place.country) ?? place.country;
  return place.region && region ? region.words('placeIn', { region: region.name, country }) : country;
}
