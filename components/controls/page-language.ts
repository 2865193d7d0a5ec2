/** Which language a page speaks: the one that was chosen, else the browser's first that we have. */
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';

/**
 * @param chosen - `auto` or a language. @param preferred - BCP 47 tags, preferred first.
 * @returns a language we have; English if none fits.
 */
export function pageLanguage(chosen: Language | 'auto', preferred: readonly string[]): Language {
  if (chosen !== 'auto') return chosen;
  for (const tag of preferred) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
