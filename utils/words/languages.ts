/** The languages of the product: `data/languages.json` is the one list of them. */
import list from '../../data/languages.json' with { type: 'json' };

/** BCP 47, as short as it can be: `fr`, `nb`, `zh`. */
export type Language = keyof typeof list;

/**
 * How much a language has. `core`: what a reader of a notice meets (notice, help, law, popup, welcome, store texts).
 * `full`: also the settings, the learn, deploy and preview pages, and the words of the policy.
 */
export type Depth = 'core' | 'full';

/**
 * `source`: the others are translated from it. `machine`: machine-assisted, not read by a native speaker. Else who read it, and when. Of each
 * file it is in `data/lint/<language>/review.json`; of a language, its weakest.
 */
export type Review = 'source' | 'machine' | { by: string; on: string };

export interface LanguageEntry {
  depth: Depth;
  review: Review;
  /** Countries where it is spoken (ISO 3166-1), whose law and helplines it has to have. Left out: every place. */
  places?: readonly string[] | undefined;
  /** The locale that writes its numbers and dates, where it is not its code. */
  format?: string;
  /** Names of its folders in `_locales`, where they are not its code. */
  locales?: readonly string[];
  /** The folder in which Windows looks for a policy template's words; only `full` languages have it. */
  adml?: string;
}

const ENTRIES: Record<Language, LanguageEntry> = list as Record<Language, LanguageEntry>;

type OneOrMore<T> = readonly [T, ...T[]];

/** In the order in which they are offered. */
export const LANGUAGES = Object.keys(list) as unknown as OneOrMore<Language>;

/** The languages that every surface has. */
export const FULL_LANGUAGES = LANGUAGES.filter(
  (language) => ENTRIES[language].depth === 'full',
) as unknown as OneOrMore<Language>;

/** @returns what the list says of a language; undefined for one that is not in it, such as a translation that is being made. */
export function languageEntry(language: string): LanguageEntry | undefined {
  return (ENTRIES as Partial<Record<string, LanguageEntry>>)[language];
}
