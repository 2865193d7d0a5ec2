/** Defines a place as the rest of the product uses it, and the country whose helplines belong to it. */

/** Where the reader is, and how the extension knows. */
export interface Place {
  /** ISO 3166-1 country; null if there is not even a guess. */
  country: string | null;
  /** ISO 3166-2 region such as `US-GA`, only if chosen or set by policy; never guessed. */
  region: string | null;
  from: 'policy' | 'user' | 'guess' | 'unknown';
  /** The two or more places that a policy names, as ISO 3166 codes; the reader can choose one of them. */
  offered?: readonly string[];
  /** The guessed country, whose helplines the notice shows if the policy's places settle no country. */
  helpCountry?: string;
}

/** @returns the country whose helplines are shown: the place's own, else the guessed one; null if neither is known. */
export function helplineCountry({
  country,
  helpCountry,
}: Pick<Place, 'country' | 'helpCountry'>): string | null {
  return country ?? helpCountry ?? null;
}
