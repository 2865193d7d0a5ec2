/** The countries of ISO 3166-1 and the regions people can choose, from `data/place/`. */
import regions from '../../data/place/regions.json' with { type: 'json' };
import timeZones from '../../data/place/time-zones.json' with { type: 'json' };
import type { Language } from '../policy/types.ts';

/** Two islands without people have no time zone of their own. */
const WITHOUT_ZONE = ['BV', 'HM'];

/** US territories are countries of their own in ISO 3166-1, and under federal law. */
const US_TERRITORIES = new Set(['AS', 'GU', 'MP', 'PR', 'UM', 'VI']);

const REGIONS: Record<string, Record<string, Record<Language, string>>> = regions;

/** Every country code of ISO 3166-1. */
export const COUNTRIES: ReadonlySet<string> = new Set([
  ...Object.values(timeZones.areas).flatMap((area) => Object.keys(area)),
  ...WITHOUT_ZONE,
]);

export interface PlaceChoice {
  code: string;
  name: string;
}

export interface CountryChoice extends PlaceChoice {
  /** Regions whose law or help differs; empty where the country is enough. */
  regions: PlaceChoice[];
}

/** A place as a code names it: `US-GA` is Georgia in the US, `PR` is Puerto Rico in the US, `SE` is Sweden. */
export interface Located {
  country: string;
  region: string | null;
}

/**
 * @param code - ISO 3166-1 or 3166-2; case and outer spaces do not matter.
 * @returns null for anything else, and for a region that a country with a list of regions does not have.
 */
export function locate(code: string): Located | null {
  const [country = '', part, ...rest] = code.trim().toUpperCase().split('-');
  if (!COUNTRIES.has(country) || rest.length > 0) return null;
  if (part === undefined) {
    if (!US_TERRITORIES.has(country)) return { country, region: null };
    return { country: 'US', region: REGIONS.US?.[`US-${country}`] ? `US-${country}` : null };
  }
  const region = `${country}-${part}`;
  const known = REGIONS[country];
  const valid = region === 'GB-EAW' || (known ? region in known : /^[A-Z0-9]{1,3}$/.test(part));
  return valid ? { country, region } : null;
}

/** @returns every country with its regions, named and sorted in the language, for people to choose from. */
export function listPlaces(language: Language): CountryChoice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const order = new Intl.Collator(language).compare;
  const byName = (first: PlaceChoice, second: PlaceChoice) => order(first.name, second.name);
  return [...COUNTRIES]
    .filter((code) => !US_TERRITORIES.has(code))
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      regions: Object.entries(REGIONS[code] ?? {})
        .map(([region, name]) => ({ code: region, name: name[language] }))
        .sort(byName),
    }))
    .sort(byName);
}
