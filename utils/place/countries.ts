/** The countries of ISO 3166-1 and the regions that people can choose, from `data/place/`. */
import regions from '../../data/place/regions.json' with { type: 'json' };
import timeZones from '../../data/place/time-zones.json' with { type: 'json' };

/** Two uninhabited territories have no time zone of their own. */
const WITHOUT_ZONE = ['BV', 'HM'];

/** US territories have their own country codes in ISO 3166-1, but US federal law applies in them. */
export const US_TERRITORIES: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'UM', 'VI']);

/** Codes of the regions of a country that people can choose, by country. */
export const REGIONS: Readonly<Record<string, readonly string[]>> = regions;

/** Every country code of ISO 3166-1. */
export const COUNTRIES: ReadonlySet<string> = new Set([
  ...Object.values(timeZones.areas).flatMap((area) => Object.keys(area)),
  ...WITHOUT_ZONE,
]);

/** The place that a code names: `US-GA` is Georgia in the US, `PR` is Puerto Rico in the US, `SE` is Sweden. */
export interface Located {
  country: string;
  region: string | null;
}

/**
 * @param code - ISO 3166-1 or 3166-2; case and outer spaces do not matter.
 * @returns the place; null for anything else, and for a region that is not in its country's list of regions, if there is a list.
 */
export function locate(code: string): Located | null {
  const [country = '', part, ...rest] = code.trim().toUpperCase().split('-');
  if (!COUNTRIES.has(country) || rest.length > 0) return null;
  if (part === undefined) {
    if (!US_TERRITORIES.has(country)) return { country, region: null };
    return { country: 'US', region: REGIONS.US?.includes(`US-${country}`) ? `US-${country}` : null };
  }
  const region = `${country}-${part}`;
  // ISO 3166-2 also lists the territories as subdivisions of the US.
  if (country === 'US' && US_TERRITORIES.has(part)) return locate(part);
  const known = REGIONS[country];
  const valid = region === 'GB-EAW' || (known ? known.includes(region) : /^[A-Z0-9]{1,3}$/.test(part));
  return valid ? { country, region } : null;
}
