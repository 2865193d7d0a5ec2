/** The curtain's words in every language: it stands for a fraction of a second and can load nothing. */
import type { CurtainWords } from './curtain.ts';

const WORDS = import.meta.glob<CurtainWords>('../../data/words/*/curtain.json', {
  eager: true,
  import: 'default',
});

/** @param languages - the browser's, most wanted first. @returns words in the first one we have, else in English. */
export function curtainWords(languages: readonly string[]): CurtainWords & { language: string } {
  const of = (language: string) => WORDS[`../../data/words/${language}/curtain.json`];
  const language = languages.map((tag) => tag.slice(0, 2)).find((tag) => of(tag)) ?? 'en';
  return { ...(of(language) as CurtainWords), language };
}
