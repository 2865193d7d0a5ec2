/** Says a claim in the reader's language, and lets its figure drop once it is past its date. */
import type { Audience } from '../policy/modes.ts';
import type { Claim } from './claims-types.ts';
import type { Message, Place } from './types.ts';

/**
 * @param claims - all of them.
 * @param audience - who reads.
 * @param place - where; a claim about another place is left out.
 * @returns the claims that may be shown there. An unsure claim is not.
 */
export function claimsFor(claims: readonly Claim[], audience: Audience, place: Place): Claim[] {
  return claims.filter(
    (claim) =>
      claim.display &&
      claim.confidence !== 'unsure' &&
      claim.audiences.includes(audience) &&
      claim.regions.some((region) => covers(region, place)),
  );
}

/**
 * @param claim - one claim.
 * @param today - `YYYY-MM-DD`.
 * @returns the message with its source; past `checkAgain` its figure is gone and the plain sentence stays.
 */
export function claimMessage(claim: Claim, today: string): Message {
  const text = claim.figures && today > claim.checkAgain ? claim.plainWithoutFigures : claim.text;
  return {
    id: claim.id,
    theme: claim.theme,
    text,
    citation: {
      title: `${claim.source.title} (${claim.source.year})`,
      publisher: claim.source.publisher,
      url: claim.source.url,
      checked: claim.checked,
    },
  };
}

function covers(region: string, place: Place): boolean {
  return region === '*' || region === place.country || region === place.region;
}
