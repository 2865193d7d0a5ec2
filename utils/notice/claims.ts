/** Says a claim in the reader's language, and leaves out its figure once it is past its date. */

import type { Place } from '../place/place.ts';
import type { Audience } from '../policy/modes.ts';
import type { Claim } from './claims-types.ts';
import type { Message } from './types.ts';

/**
 * @param claims - all of them.
 * @param audience - who reads.
 * @param place - where; a claim about another place is left out.
 * @param today - `YYYY-MM-DD`; what happened more than 18 months before is left out.
 * @returns the claims that may be shown there. An unsure claim is not.
 */
export function claimsFor(
  claims: readonly Claim[],
  audience: Audience,
  place: Place,
  today: string,
): Claim[] {
  return claims.filter(
    (claim) =>
      claim.display &&
      claim.confidence !== 'unsure' &&
      claim.audiences.includes(audience) &&
      (claim.happened === undefined || today <= lastDayShown(claim.happened)) &&
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

/**
 * @param happened - `YYYY-MM-DD`.
 * @returns the day 18 months later: an operation that is older says little about today.
 */
export function lastDayShown(happened: string): string {
  const [year = 0, month = 1, date = 1] = happened.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + 18 + 1, 0));
  const day = new Date(Date.UTC(year, month - 1 + 18, Math.min(date, lastOfMonth.getUTCDate())));
  return day.toISOString().slice(0, 10);
}

function covers(region: string, place: Place): boolean {
  return region === '*' || region === place.country || region === place.region;
}
