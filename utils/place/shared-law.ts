/** Regions that share one law, for which ISO 3166-2 has a code of its own. */

/** By region, the code of all that share its law: England and Wales. */
export const SHARED_LAW: Readonly<Record<string, string>> = { 'GB-ENG': 'GB-EAW', 'GB-WLS': 'GB-EAW' };
