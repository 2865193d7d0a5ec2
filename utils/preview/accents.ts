/** Lists the lines that a campaign or the season adds within a year, with their days, by calling the real function for each day. */
import { accent } from '../notice/accent.ts';
import type { Place } from '../place/place.ts';
import type { Campaign } from '../policy/types.ts';
import type { Words } from '../words/load.ts';

export interface AccentDays {
  text: string;
  /** `YYYY-MM-DD`, both inclusive. */
  from: string;
  until: string;
}

const DAYS = 366;
const DAY = 86_400_000;

/** @param today - first day of the year to list. @returns the lines in the order of their days. */
export function accentDays(
  campaign: Campaign | null,
  place: Place,
  today: string,
  words: Words<'messages'>,
): AccentDays[] {
  const found: AccentDays[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const date = new Date(Date.parse(`${today}T00:00:00Z`) + day * DAY).toISOString().slice(0, 10);
    const text = accent(campaign, place, date, words)?.text;
    if (text === undefined) continue;
    const last = found.at(-1);
    const follows = last && Date.parse(date) - Date.parse(last.until) === DAY;
    if (last && follows && last.text === text) last.until = date;
    else found.push({ text, from: date, until: date });
  }
  return found;
}
