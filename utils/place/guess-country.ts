/** Guesses the country, and nothing finer, from the device's time zone and languages. */
import timeZones from '../../data/place/time-zones.json' with { type: 'json' };
import { COUNTRIES, locate } from './countries.ts';

export interface DeviceHints {
  /** IANA name, as `Intl.DateTimeFormat().resolvedOptions().timeZone` gives it. */
  timeZone: string;
  /** BCP 47 tags, preferred first, as `navigator.languages` gives them. */
  locales: readonly string[];
}

/** Browsers ship with this locale everywhere, so it says nothing about the place. */
const SHIPPED_LOCALE = 'en-us';

/**
 * The time zone decides: a clock follows the device, while a language follows its reader from country to country.
 * Languages count only if the zone names no country (UTC, fixed offsets, a browser that hides it), and only if all that name a
 * region agree. The `en-US` that browsers ship with never counts.
 *
 * @returns an ISO 3166-1 code, never a region; null if no guess is possible. US territories count as the US.
 */
export function guessCountry({ timeZone, locales }: DeviceHints): string | null {
  return countryOfZone(timeZone) ?? countryOfLocales(locales);
}

function countryOfZone(timeZone: string): string | null {
  const slash = timeZone.indexOf('/');
  const areas: Record<string, Record<string, string>> = timeZones.areas;
  const area = areas[slash < 0 ? '' : timeZone.slice(0, slash)];
  const place = timeZone.slice(slash + 1);
  for (const [country, places] of Object.entries(area ?? {})) {
    if (` ${places} `.includes(` ${place} `)) return locate(country)?.country ?? null;
  }
  return null;
}

function countryOfLocales(locales: readonly string[]): string | null {
  const found = new Set<string>();
  for (const tag of locales) {
    if (tag.toLowerCase() === SHIPPED_LOCALE) continue;
    const region = regionOf(tag);
    if (region && COUNTRIES.has(region)) found.add(locate(region)?.country ?? region);
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}
