/** Lists the notice's pages that the build makes: for each country and for groups of its regions, in each language that is read there. */

import type { Place } from '../place/place.ts';
import { type Language, languageEntry } from '../words/languages.ts';
import { HELP_COUNTRIES } from './help-region.ts';

/** Regions with their own law, by country, without the country's code. A test compares them with `data/law/`. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  US: 'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  ),
  GB: ['ENG', 'WLS', 'SCT', 'NIR'],
};

/**
 * How many regions share a page. Each further region delays the first frame of them all (52 on one page: by a tenth,
 * `bench/README.md`); each further page adds about 5 kB to the package.
 */
const REGIONS_ON_A_PAGE = 8;

/** Limits the pages of a language that many places speak, so that the package stays small; other places use the page for any place. */
const COUNTRIES_OF: Partial<Record<Language, readonly string[]>> = {
  es: ['US', 'ES', 'MX'],
};

/** Countries that have pages only in the languages whose `places` name them, for the same reason. */
const ONLY_IN_THEIR_LANGUAGES = 'AR AT BE CH CL CO KE NG PE PL PT TH'.split(' ');

/** Used instead of a country's code, for the page of a language with every country's helpline and no law. */
export const ANY_COUNTRY = 'any';

export interface NoticePageKey {
  /** ISO 3166-1, or `ANY_COUNTRY`. */
  country: string;
  /** The regions whose law the page contains besides the country's own; its address names the one to show. Empty: only the country. */
  regions: readonly string[];
  language: Language;
}

/** @returns every page that the build makes in a language. */
export function pagesOf(language: Language): NoticePageKey[] {
  return [ANY_COUNTRY, ...countriesOf(language)].flatMap((country) =>
    [[], ...groupsOf(country)].map((regions) => ({ country, regions, language })),
  );
}

/** @returns the regions that have their own law, such as `GA`; empty if one law applies in the whole country. */
export function regionsIn(country: string): readonly string[] {
  return REGIONS[country] ?? [];
}

function groupsOf(country: string): (readonly string[])[] {
  const all = regionsIn(country);
  return all.flatMap((_, index) => (index % REGIONS_ON_A_PAGE === 0 ? [groupAt(all, index)] : []));
}

/** @returns the regions that share a page with the one at this place in the list. */
function groupAt(all: readonly string[], index: number): readonly string[] {
  const first = index - (index % REGIONS_ON_A_PAGE);
  return all.slice(first, first + REGIONS_ON_A_PAGE);
}

/**
 * @returns the page of a place, with the region to show on it (null for the whole country); null if there is no page for the
 *   country in this language.
 */
export function pageOf(
  { country, region }: Pick<Place, 'country' | 'region'>,
  language: Language,
): (NoticePageKey & { region: string | null }) | null {
  if (country === null || !countriesOf(language).includes(country)) return null;
  const all = regionsIn(country);
  const index = all.indexOf(region?.slice(country.length + 1) ?? '');
  const regions = index < 0 ? [] : groupAt(all, index);
  return { country, regions, language, region: all[index] ?? null };
}

function countriesOf(language: Language): readonly string[] {
  const spoken = COUNTRIES_OF[language] ?? languageEntry(language)?.places;
  return HELP_COUNTRIES.filter((country) =>
    spoken ? spoken.includes(country) : !ONLY_IN_THEIR_LANGUAGES.includes(country),
  );
}
