/** Says how long a wait is, in days, hours and minutes. */
import type { Words } from '../../utils/words/load.ts';

/** @param seconds - how long. @returns a text such as "in 1 day 2 hours"; below a minute in seconds. */
export function inTime(seconds: number, words: Words<'controls'>): string {
  if (seconds < 60) return words('inSeconds', { seconds: Math.max(1, Math.ceil(seconds)) });
  const all = Math.ceil(seconds / 60);
  const values = {
    days: Math.floor(all / 1440),
    hours: Math.floor((all % 1440) / 60),
    minutes: all % 60,
  };
  return words('inTime', values).trim();
}
