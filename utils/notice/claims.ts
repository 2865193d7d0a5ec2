/** Selects the claims that may be shown to a reader, and leaves out a claim's figure once it is out of date. */

import type { Place } from '../place/place.ts';
import type { Audience } from '../policy/modes.ts';
import type { Claim } from './claims-types.ts';
import type { Message } from './types.ts';

/**
 * @param claims - all of them.
 * @param audience - the kind of reader.
 * @param place - the reader's place; claims about other places are left out.
 * @param today - `YYYY-MM-DD`; events more than 18 months earlier are left out.
 * @returns the claims that may be shown there, without unsure ones.
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
 * @returns the message with its source; after `checkAgain` it has the plain sentence without the figure.
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
 * @returns the day 18 months later: an older operation says little about today.
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
