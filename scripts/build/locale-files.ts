/** The manifest's name and description in every language, as browsers read them from `_locales/`. */
import { LANGUAGES, languageEntry } from '../../utils/words/languages.ts';
import { readListing } from '../release/store-files.ts';

/** @returns one file a name that browsers know a language by, in the form WXT's `build:publicAssets` takes. */
export function localeFiles(): { relativeDest: string; contents: string }[] {
  return LANGUAGES.flatMap((language) => {
    const { name, summary } = readListing(language);
    const contents = JSON.stringify({ name: { message: name }, description: { message: summary } });
    return (languageEntry(language)?.locales ?? [language]).map((locale) => ({
      relativeDest: `_locales/${locale}/messages.json`,
      contents,
    }));
  });
}
