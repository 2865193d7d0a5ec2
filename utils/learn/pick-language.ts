/** Decides the language of a page: what was set, else the first the browser asks for that we have, else English. */
import { LANGUAGES, type Language } from '../policy/types.ts';

/**
 * @param set - the policy's or the user's language, or `auto`.
 * @param wished - BCP 47 tags, preferred first, as `navigator.languages` gives them.
 */
export function pickLanguage(set: Language | 'auto', wished: readonly string[]): Language {
  if (set !== 'auto') return set;
  for (const tag of wished) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
