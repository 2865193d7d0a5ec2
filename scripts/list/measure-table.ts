/** Arranges the measured figures as rows with titles, for the terminal and for `docs/list.md`. */
import type { Figure } from './measure.ts';
import type { Measured } from './stored-measurements.ts';

const named = new Intl.DisplayNames('en', { type: 'language' });

/** Names for what the corpora use instead of a language code. */
const NOT_ONE_LANGUAGE: Record<string, string> = {
  any: 'Of no language',
  nordic: 'Nordic',
  other: 'Other languages',
};

function languageTitle(part = ''): string | undefined {
  return NOT_ONE_LANGUAGE[part] ?? (/^[a-z]{2}$/.test(part) ? named.of(part) : undefined);
}

/** Whether the people who wrote the list and its rules knew the corpus. If so, its figure looks better than it is. */
type Seen = 'yes' | 'no' | 'afterwards';

const TITLES: Record<string, { title: string; seen: Seen }> = {
  operators: { title: 'Operators that moderators name', seen: 'yes' },
  families: { title: 'Families of sites that others found', seen: 'yes' },
  'families/plain': { title: 'whose name says the trade', seen: 'yes' },
  'families/opaque': { title: 'whose name says nothing', seen: 'yes' },
  'invented/tuning': { title: 'Invented names, for making the rules', seen: 'yes' },
  'invented/held-out': { title: 'Invented names, held out', seen: 'no' },
  audited: { title: 'Names of two auditors', seen: 'afterwards' },
  'blind/names': { title: 'Names invented without reading the rules', seen: 'afterwards' },
  'blind/innocent': { title: 'Innocent names, the same way', seen: 'no' },
  'blind/searches': { title: 'Searches written without reading the phrases', seen: 'afterwards' },
  searches: { title: 'Searches for paid sex', seen: 'yes' },
  'innocent/collected': { title: 'Innocent addresses, collected and made up', seen: 'yes' },
  'innocent/handed-over': { title: 'Names that are innocent by meaning', seen: 'yes' },
  'searches/innocent': { title: 'Innocent searches', seen: 'yes' },
};

/** One row to show. */
export interface Row {
  id: string;
  title: string;
  seen: Seen;
  /** Whether it is a part of the row above. */
  part: boolean;
  now: Figure;
  before: Figure | null;
}

/** @returns the rows in the order of the figures. */
export function rowsOf({ now, before }: Pick<Measured, 'now' | 'before'>): Row[] {
  return Object.entries(now).map(([id, figure]) => {
    const [corpus = '', part] = id.split('/');
    const { title, seen } = TITLES[id] ?? {
      title: languageTitle(part) ?? id,
      seen: TITLES[corpus]?.seen ?? 'yes',
    };
    const isPart = part !== undefined && corpus in TITLES && part !== 'innocent';
    return { id, title, seen, part: isPart, now: figure, before: before.figures[id] ?? null };
  });
}

/** @returns the share that is covered, such as `83 %`; for innocent names, their number. */
export function written({ total, covered }: Figure, innocent: boolean): string {
  return innocent ? String(covered) : percent(covered / total);
}

/** @returns a share for people to read: never 100 % for less than all, never 0 % for more than none. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99 %';
  if (rounded === 0 && share > 0) return '1 %';
  return `${rounded} %`;
}

/** @returns the rows of languages, the biggest first. */
export function languageRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ id }) => /^families\/(?!plain|opaque)/.test(id));
}
