/** Finds the file of helplines that serves a country. */

/** Countries with their own file in `data/help/`; a test compares this list with the folder. */
export const HELP_COUNTRIES: readonly string[] =
  'US CA MX AR BR CL CO PE GB IE AU NZ DE FR ES IT NL BE AT CH PL PT SE NO DK FI IS IL IN KE NG ZA TH PH JP KR'.split(
    ' ',
  );

/** The member states of the European Union. */
export const EUROPEAN_UNION: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Those of them without their own file. */
export const EU_WITHOUT_FILE = EUROPEAN_UNION.filter((country) => !HELP_COUNTRIES.includes(country));

/** Territories that dial the helplines of the United States but have their own ISO code. */
export const US_TERRITORIES = ['PR', 'VI', 'GU', 'AS', 'MP'] as const;

/**
 * @param country - an ISO 3166-1 code, or null if it is not known.
 * @returns the name of the file in `data/help/`: the country's code, `EU`, or `GLOBAL`.
 */
export function helpRegion(country: string | null): string {
  if (country === null) return 'GLOBAL';
  if ((US_TERRITORIES as readonly string[]).includes(country)) return 'US';
  if (HELP_COUNTRIES.includes(country)) return country;
  if (EUROPEAN_UNION.includes(country)) return 'EU';
  return 'GLOBAL';
}

/** @returns every country that has more than the worldwide helplines. */
export function servedCountries(): string[] {
  return [...HELP_COUNTRIES, ...US_TERRITORIES, ...EU_WITHOUT_FILE];
}
