/** Lists the places of the world in the reader's language, for people to choose from. */
import type { Language } from '../words/languages.ts';
import { COUNTRIES, REGIONS, US_TERRITORIES } from './countries.ts';
import { loadRegionNames } from './region-names.ts';
import { SHARED_LAW } from './shared-law.ts';

export interface PlaceChoice {
  code: string;
  name: string;
}

export interface CountryChoice extends PlaceChoice {
  /** Regions whose law or help differs; empty if the country is enough. */
  regions: PlaceChoice[];
}

/** @returns every country with its regions, named and sorted in the language. Throws if the language's file of regions is missing. */
export async function listPlaces(language: Language): Promise<CountryChoice[]> {
  const named = await loadRegionNames(language);
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const order = new Intl.Collator(language).compare;
  const byName = (first: PlaceChoice, second: PlaceChoice) => order(first.name, second.name);
  return [...COUNTRIES]
    .filter((code) => !US_TERRITORIES.has(code))
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      regions: (REGIONS[code] ?? [])
        .map((region) => ({ code: region, name: named[region] ?? region }))
        .sort(byName),
    }))
    .sort(byName);
}

/**
 * @param codes - ISO 3166 codes, as a policy names them.
 * @returns the offered countries and regions; a country that is itself offered keeps all its regions.
 */
export function onlyOffered(places: readonly CountryChoice[], codes: readonly string[]): CountryChoice[] {
  const offered = listed(codes);
  return places.flatMap((country) => {
    if (offered.includes(country.code)) return [country];
    const inside = (code: string) => code.startsWith(`${country.code}-`);
    if (!offered.some(inside)) return [];
    return [{ ...country, regions: country.regions.filter(({ code }) => offered.includes(code)) }];
  });
}

/** @returns the names of offered places in the language, such as "Georgia (United States) and Germany". */
export function nameOffered(
  places: readonly CountryChoice[],
  offered: readonly string[],
  language: Language,
): string {
  const names = listed(offered).map((code) => {
    const [own = ''] = code.split('-');
    const country = places.find((place) => place.code === own);
    const region = country?.regions.find((each) => each.code === code);
    const name = country?.name ?? own;
    return code === own ? name : `${region?.name ?? code} (${name})`;
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** @returns the codes as the lists of places have them: regions that a code names together, one by one. */
function listed(codes: readonly string[]): string[] {
  const named = codes.flatMap((code) => {
    const parts = Object.keys(SHARED_LAW).filter((region) => SHARED_LAW[region] === code);
    return parts.length > 0 ? parts : code;
  });
  return [...new Set(named)];
}
