/** Loads every claim of `data/claims/` in one language, as one list. */
import type { Language } from '../words/languages.ts';
import { joinClaims } from './claims-join.ts';
import type { Claim, ClaimFacts, ClaimSentences } from './claims-types.ts';

const facts = import.meta.glob<{ default: ClaimFacts[] }>('./*.json', { base: '../../data/claims/' });
const sentences = import.meta.glob<{ default: Record<string, ClaimSentences> }>('./*/*.json', {
  base: '../../data/claims/',
});

/** @returns all claims that the language has, sorted by file and then as written there. */
export async function loadClaims(language: Language): Promise<Claim[]> {
  const lists = await Promise.all(
    Object.entries(facts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([file, load]) => {
        const [own, said] = await Promise.all([load(), sentences[file.replace('./', `./${language}/`)]?.()]);
        return joinClaims(own.default, said?.default ?? {});
      }),
  );
  return lists.flat();
}
