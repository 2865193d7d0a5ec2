/** Which pages of the notice are made at build time: one for each country in each language that people there read, with the law of each of its regions. */

import type { Place } from '../place/place.ts';
import { type Language, languageEntry } from '../words/languages.ts';
import { HELP_COUNTRIES } from './help-region.ts';

/** Regions with a law of their own, by country, without the country's code. A test checks them against `data/law/`. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  US: 'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  ),
  GB: ['ENG', 'WLS', 'SCT', 'NIR'],
};

/** Where a language that is spoken in many places has pages, so that the package stays small; elsewhere the page for any place takes over. */
const COUNTRIES_OF: Partial<Record<Language, readonly string[]>> = {
  es: ['US', 'ES', 'MX'],
};

/** Countries with pages only in the languages whose `places` name them, for the same reason. */
const ONLY_IN_THEIR_LANGUAGES = 'AR AT BE CH CL CO KE NG PE PL PT TH'.split(' ');

/** In place of a country: the page of a language with every country's helpline and no law. */
export const ANY_COUNTRY = 'any';

export interface NoticePageKey {
  /** ISO 3166-1, or `ANY_COUNTRY`. One page contains the law of every region of the country, and shows the one that its address names. */
  country: string;
  language: Language;
}

/** @returns every page to be made in a language. */
export function pagesOf(language: Language): NoticePageKey[] {
  return [ANY_COUNTRY, ...countriesOf(language)].map((country) => ({ country, language }));
}

/** @returns the regions on a country's page, such as `GA`; empty where one law counts in all of it. */
export function regionsOn(country: string): readonly string[] {
  return REGIONS[country] ?? [];
}

/**
 * @returns the page of a place and the region to be shown on it, null for the country as a whole; null where no page was
 *   made for the country in this language.
 */
export function pageOf(
  { country, region }: Pick<Place, 'country' | 'region'>,
  language: Language,
): (NoticePageKey & { region: string | null }) | null {
  if (country === null || !countriesOf(language).includes(country)) return null;
  const short = region?.slice(country.length + 1);
  return { country, language, region: short && regionsOn(country).includes(short) ? short : null };
}

function countriesOf(language: Language): readonly string[] {
  const spoken = COUNTRIES_OF[language] ?? languageEntry(language)?.places;
  return HELP_COUNTRIES.filter((country) =>
    spoken ? spoken.includes(country) : !ONLY_IN_THEIR_LANGUAGES.includes(country),
  );
}
