/** Counts the days since a date that the person chose. The date is never derived from visits. */

/**
 * @param since - `YYYY-MM-DD`. @param today - `YYYY-MM-DD` in the person's time zone.
 * @returns whole days between them; 0 for today and for a future date.
 */
export function daysBetween(since: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000));
}

/** @returns whether `YYYY-MM-DD` names a day of the calendar. JavaScript engines read February 31 as a day in March. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** @returns the day of a moment in the time zone of this device, as `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
