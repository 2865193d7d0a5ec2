/** A place, as the rest of the product uses it, and whose helplines belong to it. */

/** Where the reader is, and how we know. */
export interface Place {
  /** ISO 3166-1 country, or null where not even a guess can be made. */
  country: string | null;
  /** ISO 3166-2 such as `US-GA`, only if chosen or set by policy; never guessed. */
  region: string | null;
  from: 'policy' | 'user' | 'guess' | 'unknown';
  /** The places a policy names, two or more, of which the reader can choose one; ISO 3166 codes. */
  offered?: readonly string[];
  /** Whose helplines are on the notice where no one place does: those of the guessed country. */
  helpCountry?: string;
}

/** @returns the country whose helplines are shown: the place's own, else the guessed one; null where neither is known. */
export function helplineCountry({
  country,
  helpCountry,
}: Pick<Place, 'country' | 'helpCountry'>): string | null {
  return country ?? helpCountry ?? null;
}
