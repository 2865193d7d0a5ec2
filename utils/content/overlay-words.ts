/** The overlay's words in every language: it stands for a fraction of a second and can load nothing. */
import type { OverlayWords } from './overlay.ts';

const WORDS = import.meta.glob<OverlayWords>('../../data/words/*/overlay.json', {
  eager: true,
  import: 'default',
});

/** @param languages - the browser's, most wanted first. @returns words in the first one we have, else in English. */
export function overlayWords(languages: readonly string[]): OverlayWords & { language: string } {
  const of = (language: string) => WORDS[`../../data/words/${language}/overlay.json`];
  const language = languages.map((tag) => tag.slice(0, 2)).find((tag) => of(tag)) ?? 'en';
  return { ...(of(language) as OverlayWords), language };
}
