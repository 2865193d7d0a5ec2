/** Finds the file of helplines that serves a country. */

/** Countries with a file of their own in `data/help/`; a test checks this list against the folder. */
export const HELP_COUNTRIES = [
  'US',
  'CA',
  'MX',
  'AR',
  'BR',
  'CL',
  'CO',
  'PE',
  'GB',
  'IE',
  'AU',
  'NZ',
  'DE',
  'FR',
  'ES',
  'IT',
  'NL',
  'BE',
  'AT',
  'CH',
  'PL',
  'PT',
  'SE',
  'NO',
  'DK',
  'FI',
  'IS',
  'IL',
  'IN',
  'KE',
  'NG',
  'ZA',
  'TH',
  'PH',
  'JP',
  'KR',
] as const;

/** Member states of the European Union without a file of their own. */
export const EU_WITHOUT_FILE = [
  'BG',
  'CY',
  'CZ',
  'EE',
  'GR',
  'HR',
  'HU',
  'LT',
  'LU',
  'LV',
  'MT',
  'RO',
  'SI',
  'SK',
] as const;

/** Territories that dial the helplines of the United States but carry their own ISO code. */
export const US_TERRITORIES = ['PR', 'VI', 'GU', 'AS', 'MP'] as const;

/**
 * @param country - an ISO 3166-1 code, or null where nothing is known.
 * @returns the name of the file in `data/help/`: the country's, `EU`, or `GLOBAL`.
 */
export function helpRegion(country: string | null): string {
  if (country === null) return 'GLOBAL';
  if ((US_TERRITORIES as readonly string[]).includes(country)) return 'US';
  if ((HELP_COUNTRIES as readonly string[]).includes(country)) return country;
  if ((EU_WITHOUT_FILE as readonly string[]).includes(country)) return 'EU';
  return 'GLOBAL';
}

/** @returns every country whose helplines are not just the worldwide ones. */
export function servedCountries(): string[] {
  return [...HELP_COUNTRIES, ...US_TERRITORIES, ...EU_WITHOUT_FILE];
}
