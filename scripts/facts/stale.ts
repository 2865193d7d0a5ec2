/** Names what has to be checked again: law, claims, helplines and signs whose check is overdue or due soon. */
import type { Dated } from './read-data.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Stale {
  /** Past `checkAgain`. The notice no longer shows these figures. */
  lapsed: Dated[];
  /** Due within the asked number of days. */
  soon: Dated[];
}

/**
 * @param on - the day to count from, `YYYY-MM-DD`.
 * @param within - days ahead that count as soon.
 * @returns both lists, earliest date first. Something is still valid on the day it is due and has lapsed the day after.
 */
export function findStale(all: readonly Dated[], on: string, within: number): Stale {
  const horizon = new Date(Date.parse(`${on}T00:00:00Z`) + within * DAY).toISOString().slice(0, 10);
  const byDate = all.toSorted((a, b) =>
    a.checkAgain < b.checkAgain ? -1 : a.checkAgain > b.checkAgain ? 1 : 0,
  );
  return {
    lapsed: byDate.filter(({ checkAgain }) => checkAgain < on),
    soon: byDate.filter(({ checkAgain }) => checkAgain >= on && checkAgain <= horizon),
  };
}

/** @returns the lists as lines that a person can work through. */
export function staleText({ lapsed, soon }: Stale, on: string, within: number): string {
  const line = ({ file, id, checked, checkAgain }: Dated) =>
    `  ${checkAgain}  ${id}  (${file}${checked ? `, checked ${checked}` : ''})`;
  const part = (title: string, items: Dated[]) => [`${title}: ${items.length}`, ...items.map(line)];
  return [...part(`Lapsed before ${on}`, lapsed), ...part(`Due within ${within} days`, soon)].join('\n');
}
