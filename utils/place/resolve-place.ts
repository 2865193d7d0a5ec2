/** Decides which place a notice speaks of: the policy's, else the reader's choice, else a guess of the country. */
import type { Place } from '../notice/types.ts';
import { type Located, locate } from './countries.ts';
import { type DeviceHints, guessCountry } from './guess-country.ts';

export interface PlaceInput extends DeviceHints {
  /** `jurisdictions` of the policy: ISO 3166 codes, the main place first. */
  jurisdictions: readonly string[];
  /** The reader's own choice, or null. */
  chosen: string | null;
}

export interface ResolvedPlace extends Place {
  /** Codes of the policy or the choice that are not ISO 3166, as written; they were left out. */
  unknownCodes: string[];
}

/**
 * A policy that names several places gets the one the reader chose, if it is among them; else the one in the guessed
 * country, if there is exactly one; else the first.
 * A choice that is not a place counts as none. A guess is never finer than a country.
 */
export function resolvePlace(input: PlaceInput): ResolvedPlace {
  const unknownCodes: string[] = [];
  const read = (code: string): Located[] => {
    const place = locate(code);
    if (!place) unknownCodes.push(code);
    return place ? [place] : [];
  };
  const allowed = input.jurisdictions.flatMap(read);
  const chosen = input.chosen ? read(input.chosen)[0] : undefined;
  const guess = guessCountry(input);
  const first = allowed[0];
  if (first) {
    const picked = chosen && allowed.find((place) => within(chosen, place));
    const near = allowed.filter(({ country }) => country === guess);
    const place = picked ?? (near.length === 1 && near[0] ? near[0] : first);
    const finer = picked && picked.region === null && chosen ? chosen : place;
    return { ...finer, from: 'policy', unknownCodes };
  }
  if (chosen) return { ...chosen, from: 'user', unknownCodes };
  if (guess) return { country: guess, region: null, from: 'guess', unknownCodes };
  return { country: null, region: null, from: 'unknown', unknownCodes };
}

/** Whether a place lies in another: a region in its country, a place in itself. */
function within(inner: Located, outer: Located): boolean {
  return inner.country === outer.country && (outer.region === null || outer.region === inner.region);
}
