/** Joins claims, and signs, with their sentences in one language. */
import type { Claim, ClaimFacts, ClaimSentences, SignFacts, SignSentences, Signs } from './claims-types.ts';

/**
 * @param facts - a file of `data/claims/`.
 * @param sentences - the file with the same name in `data/claims/<language>/`.
 * @returns the claims that the language has, in the order of the facts. It may lack those about places where it is not spoken.
 */
export function joinClaims(
  facts: readonly ClaimFacts[],
  sentences: Readonly<Record<string, ClaimSentences>>,
): Claim[] {
  return facts.flatMap((claim) => {
    const said = sentences[claim.id];
    return said
      ? [{ ...claim, text: said.text, plainWithoutFigures: said.plainWithoutFigures ?? said.text }]
      : [];
  });
}

/** @returns the signs in the order of the facts. Throws if one has no text. */
export function joinSigns(facts: readonly SignFacts[], { note, signs }: SignSentences): Signs {
  return {
    note,
    signs: facts.map((sign) => {
      const text = signs[sign.id];
      if (text === undefined) throw new Error(`The sign "${sign.id}" says nothing in this language`);
      return { ...sign, text };
    }),
  };
}
