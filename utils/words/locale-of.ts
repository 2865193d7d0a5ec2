/** Finds the locale for a language's numbers, amounts and dates. */
import { languageEntry } from './languages.ts';

/** @returns a BCP 47 tag for `Intl`, such as `es-US`: the language's own unless the list names another. */
export const localeOf = (language: string): string => languageEntry(language)?.format ?? language;
