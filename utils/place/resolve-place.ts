/** Decides which place a notice is about: the policy's, else the reader's choice, else a guess of the country. */

import { type Located, locate } from './countries.ts';
import { type DeviceHints, guessCountry } from './guess-country.ts';
import type { Place } from './place.ts';
import { SHARED_LAW } from './shared-law.ts';

export interface PlaceInput extends DeviceHints {
  /** `jurisdictions` of the policy: ISO 3166 codes, the main place first. */
  jurisdictions: readonly string[];
  /** The reader's own choice, or null. */
  chosen: string | null;
}

export interface ResolvedPlace extends Place {
  /** Codes of the policy or the choice that are not ISO 3166, as written; they are ignored. */
  unknownCodes: string[];
}

/**
 * The rule (docs/deploy/configuration.md, "Several places"). A policy that names one place decides. A policy that names several only
 * offers them, because a device does not say in which of the offices its reader works. The place is then the first of these:
 * 1. the reader's choice, if it is one of them or lies in one;
 * 2. the country that the reader chose, else the guessed one, if the policy names it. That means the policy's only entry for the
 *    country. If it has several, or the reader chose a region that is not offered, it means the whole country, whose law applies in
 *    all its regions;
 * 3. the whole country, if all places lie in one; otherwise no place, and no place's law.
 * An invalid choice counts as none. A guess is never finer than a country, unless the policy names one region of it.
 */
export function resolvePlace(input: PlaceInput): ResolvedPlace {
  const unknownCodes: string[] = [];
  const read = (code: string): Located[] => {
    const place = locate(code);
    if (!place) unknownCodes.push(code);
    return place ? [place] : [];
  };
  const named = distinct(input.jurisdictions.flatMap(read));
  const chosen = input.chosen ? read(input.chosen)[0] : undefined;
  const guess = guessCountry(input);
  const [first] = named;
  if (first && named.length === 1) {
    const finer = chosen && within(chosen, first) ? chosen : first;
    return { ...finer, from: 'policy', unknownCodes };
  }
  if (first) {
    const place = amongSeveral(named, chosen, guess);
    const offered = named.map(codeOf);
    // If the policy's places settle no country, the helplines are those of the guessed country.
    const helpCountry = place.country === null && guess !== null ? { helpCountry: guess } : {};
    return { ...place, offered, ...helpCountry, unknownCodes };
  }
  if (chosen) return { ...chosen, from: 'user', unknownCodes };
  if (guess) return { country: guess, region: null, from: 'guess', unknownCodes };
  return { country: null, region: null, from: 'unknown', unknownCodes };
}

function amongSeveral(offered: Located[], chosen: Located | undefined, guess: string | null): Place {
  if (chosen && offered.some((place) => within(chosen, place))) return { ...chosen, from: 'user' };
  const byChoice = chosen && inCountry(offered, chosen.country, chosen.region === null);
  if (byChoice) return { ...byChoice, from: 'user' };
  const byGuess = guess && inCountry(offered, guess, true);
  if (byGuess) return { ...byGuess, from: 'guess' };
  const [first] = offered;
  const same = first && offered.every(({ country }) => country === first.country);
  return { country: same ? first.country : null, region: null, from: 'policy' };
}

/** @param alone - whether the country's only entry may represent it. */
function inCountry(offered: Located[], country: string, alone: boolean): Located | null {
  const near = offered.filter((place) => place.country === country);
  const [only] = near;
  if (!only) return null;
  return near.length === 1 && alone ? only : { country, region: null };
}

function distinct(places: Located[]): Located[] {
  const byCode = new Map(places.map((place) => [codeOf(place), place]));
  return [...byCode.values()];
}

function codeOf({ country, region }: Located): string {
  return region ?? country;
}

/** @returns whether a place lies in another: a region in its country or among regions named together, or a place in itself. */
function within(inner: Located, outer: Located): boolean {
  if (inner.country !== outer.country) return false;
  const { region } = inner;
  return (
    outer.region === null ||
    outer.region === region ||
    (region !== null && SHARED_LAW[region] === outer.region)
  );
}
