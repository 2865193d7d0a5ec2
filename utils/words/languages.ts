/** Types and lists the product's languages; `data/languages.json` is the only place that names them. */
import list from '../../data/languages.json' with { type: 'json' };

/** The shortest possible BCP 47 tag: `fr`, `nb`, `zh`. */
export type Language = keyof typeof list;

/**
 * How much of the product a language has. `core`: what a reader of a notice sees (notice, help, law, popup, welcome, store texts).
 * `full`: also the settings, the learn, deploy and preview pages, and the words of the policy.
 */
export type Depth = 'core' | 'full';

/**
 * `source`: the others are translated from it. `machine`: machine-assisted, not read by a native speaker. Otherwise who read it, and
 * when. `data/lint/<language>/review.json` has it for each file; a language has the weakest of its files.
 */
export type Review = 'source' | 'machine' | { by: string; on: string };

export interface LanguageEntry {
  depth: Depth;
  review: Review;
  /** Countries where it is spoken (ISO 3166-1); it must have their law and helplines. If omitted: every place. */
  places?: readonly string[] | undefined;
  /** The locale for its numbers and dates, if that differs from its code. */
  format?: string;
  /** Names of its folders in `_locales`, if they differ from its code. */
  locales?: readonly string[];
  /** The folder in which Windows looks for a policy template's words; only `full` languages have it. */
  adml?: string;
}

const ENTRIES: Record<Language, LanguageEntry> = list as Record<Language, LanguageEntry>;

type OneOrMore<T> = readonly [T, ...T[]];

/** All languages, in the order in which they are offered. */
export const LANGUAGES = Object.keys(list) as unknown as OneOrMore<Language>;

/** The languages that every surface has. */
export const FULL_LANGUAGES = LANGUAGES.filter(
  (language) => ENTRIES[language].depth === 'full',
) as unknown as OneOrMore<Language>;

/** @returns the list's entry for a language; undefined if it has none, such as for an unfinished translation. */
export function languageEntry(language: string): LanguageEntry | undefined {
  return (ENTRIES as Partial<Record<string, LanguageEntry>>)[language];
}
