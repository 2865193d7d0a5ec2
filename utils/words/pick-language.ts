/** Decides the language of a page: the one that was set, else the browser's, else English. */
import { type Depth, FULL_LANGUAGES, LANGUAGES, type Language } from './languages.ts';
import { negotiate } from './negotiate.ts';

/**
 * @param set - the policy's or the person's language, or `auto`.
 * @param wished - BCP 47 tags, preferred first, as `navigator.languages` gives them.
 * @param depth - `full` for a page that only full languages have: then only they are considered.
 */
export function pickLanguage(
  set: Language | 'auto',
  wished: readonly string[],
  depth: Depth = 'core',
): Language {
  const offered = depth === 'full' ? FULL_LANGUAGES : LANGUAGES;
  return negotiate(set === 'auto' ? wished : [set, ...wished], offered) ?? 'en';
}
