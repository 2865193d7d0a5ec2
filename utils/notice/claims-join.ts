/** Puts claims or signs and what they say in one language together. */
import type { Claim, ClaimFacts, ClaimSentences, SignFacts, SignSentences, Signs } from './claims-types.ts';

/**
 * @param facts - a file of `data/claims/`.
 * @param sentences - the file of that name in `data/claims/<language>/`.
 * @returns the claims in the order of the facts. Throws where one says nothing; a test keeps every file complete.
 */
export function joinClaims(
  facts: readonly ClaimFacts[],
  sentences: Readonly<Record<string, ClaimSentences>>,
): Claim[] {
  return facts.map((claim) => {
    const said = of(sentences, claim.id);
    return { ...claim, text: said.text, plainWithoutFigures: said.plainWithoutFigures ?? said.text };
  });
}

/** @returns the signs in the order of the facts. Throws where one says nothing. */
export function joinSigns(facts: readonly SignFacts[], { note, signs }: SignSentences): Signs {
  return { note, signs: facts.map((sign) => ({ ...sign, text: of(signs, sign.id) })) };
}

function of<T>(sentences: Readonly<Record<string, T>>, id: string): T {
  const said = sentences[id];
  if (said === undefined) throw new Error(`"${id}" says nothing in this language`);
  return said;
}
