/** Loads the names of states and other regions in one language: browsers offer no API for them. */
import type { Language } from '../words/languages.ts';

const files = import.meta.glob<{ default: Record<string, string> }>('./*/regions.json', {
  base: '../../data/place/',
});

/** @returns names by ISO 3166-2 code, such as `US-GA`. Throws if the language has no file of region names. */
export async function loadRegionNames(language: Language): Promise<Readonly<Record<string, string>>> {
  const load = files[`./${language}/regions.json`];
  if (!load) throw new Error(`No names of regions in "${language}"`);
  return (await load()).default;
}
