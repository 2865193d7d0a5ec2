/** Bundles the overlay's words in every language: it is shown for a fraction of a second and can load nothing. */
import { LANGUAGES } from '../words/languages.ts';
import { negotiate } from '../words/negotiate.ts';
import type { OverlayWords } from './overlay.ts';

const WORDS = import.meta.glob<Omit<OverlayWords, 'language'>>('../../data/words/*/overlay.json', {
  eager: true,
  import: 'default',
});

/** @param languages - the browser's, most wanted first. @returns words in the first one that is available, else in English. */
export function overlayWords(languages: readonly string[]): OverlayWords {
  const of = (language: string) => WORDS[`../../data/words/${language}/overlay.json`];
  const language = negotiate(languages, LANGUAGES) ?? 'en';
  return { ...(of(language) as OverlayWords), language };
}
