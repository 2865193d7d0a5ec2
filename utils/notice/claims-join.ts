/** Joins claims with their sentences in one language. */
import type { Claim, ClaimFacts, ClaimSentences } from './claims-types.ts';

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
