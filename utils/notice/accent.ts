/** Decides the one line that a campaign or the season adds to the notice. */

import type { Place } from '../place/place.ts';
import type { Campaign } from '../policy/types.ts';
import type { Words } from '../words/load.ts';
import { EUROPEAN_UNION } from './help-region.ts';
import type { NoticeContent } from './types.ts';

/**
 * @param campaign - from policy, or null; both its dates are inclusive, and either may be missing.
 * @param place - where the reader is.
 * @param today - `YYYY-MM-DD` in the reader's time zone.
 * @param words - in the reader's language.
 * @returns the campaign's line while the campaign runs; else the line for the day or month; else null.
 */
export function accent(
  campaign: Campaign | null,
  place: Place,
  today: string,
  words: Words<'messages'>,
): NoticeContent['accent'] {
  if (campaign && runs(campaign, today)) {
    const { name, text, url } = campaign;
    const line = name && text ? words('campaign', { name, text }) : text || name;
    if (line) return url ? { text: line, url } : { text: line };
  }
  const season = seasonOf(place, today);
  return season && { text: words(season) };
}

/** Dates of the form `YYYY-MM-DD` sort as text. */
function runs({ from, until }: Campaign, today: string): boolean {
  return (!from || today >= from) && (!until || today <= until);
}

function seasonOf({ country }: Place, today: string) {
  const day = today.slice(5);
  if (country === 'US' && day === '01-11') return 'season-us-11-january';
  if (country === 'US' && day.startsWith('01-')) return 'season-us-january';
  if (day === '07-30') return 'season-30-july';
  if (day === '10-18' && country !== null && EUROPEAN_UNION.includes(country)) return 'season-18-october';
  return null;
}
