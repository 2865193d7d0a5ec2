/** The locale that writes a language's numbers, amounts and dates. */
import { languageEntry } from './languages.ts';

/** @returns such as `es-US`: a BCP 47 tag for `Intl`, the language's own unless the list names another. */
export const localeOf = (language: string): string => languageEntry(language)?.format ?? language;
