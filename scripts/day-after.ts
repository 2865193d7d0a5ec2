/** Says which day follows another. */

/** @param day - `YYYY-MM-DD`. @returns the next one. What is dated so may be of today: somewhere it is tomorrow already. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
