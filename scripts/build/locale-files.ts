/** The manifest's name and description in every language, as browsers read them from `_locales/`. */
import { LANGUAGES } from '../../utils/words/languages.ts';
import { readListing } from '../release/store-files.ts';

/** @returns one file a language, in the form WXT's `build:publicAssets` takes. */
export function localeFiles(): { relativeDest: string; contents: string }[] {
  return LANGUAGES.map((language) => {
    const { name, summary } = readListing(language);
    return {
      relativeDest: `_locales/${language}/messages.json`,
      contents: JSON.stringify({ name: { message: name }, description: { message: summary } }),
    };
  });
}
