/** Measures what a list covers: recall on the corpora of the trade, and innocent names it covers by mistake. */
import { isWithin, parseAddress } from '../../utils/pattern/address.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import type { ListEntries } from '../../utils/pattern/entry.ts';
import { match } from '../../utils/pattern/match.ts';
import { matchSearch } from '../../utils/pattern/match-search.ts';
import { type CompiledList, DEFAULT_TIERS } from '../../utils/pattern/types.ts';
import type { Corpora, FoundFamily } from './corpora.ts';

/** One measured row. For innocent names, fewer covered is better; for everything else, more. */
export interface Figure {
  /** Names, searches, or families. */
  total: number;
  /** How many the list covers with default settings. For families, the sum of their shares, to two places: each counts as one. */
  covered: number;
  /** How many the name rules alone would cover, without listed hosts, brands and sections. */
  byName?: number;
  /** How many are not covered, for a reason given in `refused.jsonl`. */
  refused?: number;
}

/** Figures by row: `operators`, `families`, `families/ru`, `innocent/collected` … */
export type Figures = Record<string, Figure>;

/** What was not covered (or, of innocent names, was covered), by row. */
export type Misses = Record<string, string[]>;

/** Languages with fewer families are counted together: a single name would change their figure by more than a fifth. */
const FEWEST_FAMILIES = 5;

/** @returns whether covering is the mistake in this row. */
export function isInnocent(row: string): boolean {
  return /(?:^|\/)innocent(?:\/|$)/.test(row);
}

/**
 * @param refused - hosts that are left uncovered on purpose.
 * @returns every figure, and by row what was not covered (or, of innocent names, was).
 */
export function measureList(
  entries: ListEntries,
  refused: readonly string[],
  corpora: Corpora,
): { figures: Figures; misses: Misses } {
  const list = compileList(entries);
  const isCovered = (name: string) => covers(list, name);
  const rulesAlone = withoutEntries(list);
  const isNamed = (name: string) => covers(rulesAlone, name);
  const isAsked = (words: string) => coversSearch(list, words);
  const figures: Figures = {};
  const misses: Misses = {};
  const count = (row: string, lines: readonly string[], known: (line: string) => boolean) => {
    const { yes = [], no = [] } = Object.groupBy(lines, (line) => (known(line) ? 'yes' : 'no'));
    misses[row] = isInnocent(row) ? yes : no;
    figures[row] = { total: lines.length, covered: yes.length };
  };

  count('operators', corpora.operators, isCovered);
  const onPurpose = misses.operators?.filter((name) => refused.some((host) => isWithin(hostOf(name), host)));
  figures.operators = {
    total: corpora.operators.length,
    covered: figures.operators?.covered ?? 0,
    byName: corpora.operators.filter(isNamed).length,
    refused: onPurpose?.length ?? 0,
  };

  const votes = corpora.families.map((family) => ({
    ...family,
    covered: share(family.names, isCovered),
    byName: share(family.names, isNamed),
  }));
  misses.families = corpora.families.flatMap(({ names }) => names.filter((name) => !isCovered(name)));
  figures.families = addUp(votes);
  figures['families/plain'] = addUp(votes.filter(({ plain }) => plain));
  figures['families/opaque'] = addUp(votes.filter(({ plain }) => !plain));
  for (const [language, some] of byLanguage(votes)) figures[`families/${language}`] = addUp(some);

  for (const [group, some] of Map.groupBy(corpora.invented, (line) => line.group))
    count(`invented/${group.replaceAll(' ', '-')}`, nameOf(some), isCovered);
  count('audited', corpora.audited, isCovered);
  count('blind/names', corpora.blind.names, isCovered);
  count('blind/innocent', corpora.blind.innocents, isCovered);
  count('blind/searches', corpora.blind.searches, isAsked);
  count('innocent/collected', corpora.collected, isCovered);
  count('innocent/handed-over', nameOf(corpora.innocent), isCovered);

  count('searches', wordsOf(corpora.searchesBuying), isAsked);
  for (const [language, some] of [...Map.groupBy(corpora.searchesBuying, (line) => line.language)].sort())
    count(`searches/${language}`, wordsOf(some), isAsked);
  count('searches/innocent', corpora.searchesInnocent, isAsked);
  return { figures, misses };
}

/** @returns the share of a row that is covered, 0 to 1. */
function shareCovered({ total, covered }: Figure): number {
  return total === 0 ? 0 : covered / total;
}

/** A row whose figure differs from the earlier one. */
export interface Change {
  row: string;
  before: Figure;
  now: Figure;
}

/** @returns rows that are worse than before, and rows that are better. A new row is neither. */
export function compareFigures(before: Figures, now: Figures): { worse: Change[]; better: Change[] } {
  const worse: Change[] = [];
  const better: Change[] = [];
  for (const [row, earlier] of Object.entries(before)) {
    const figure = now[row];
    if (figure === undefined) continue;
    // For innocent names, the number counts: a growing corpus must not hide a mistake.
    const gain = isInnocent(row)
      ? earlier.covered - figure.covered
      : shareCovered(figure) - shareCovered(earlier);
    if (gain < 0) worse.push({ row, before: earlier, now: figure });
    if (gain > 0) better.push({ row, before: earlier, now: figure });
  }
  return { worse, better };
}

function covers(list: CompiledList, name: string): boolean {
  const address = /^[a-z]+:/i.test(name) ? name : `http://${name}${name.includes('/') ? '' : '/'}`;
  const nobody = { policy: [], user: [] };
  const selection = { tiers: DEFAULT_TIERS, names: true, wrappers: true, searches: false };
  return match(address, { list, selection, blocked: nobody, allowed: nobody }) !== null;
}

/** @returns whether a search is covered in both ways in which browsers write spaces. */
function coversSearch({ searches }: CompiledList, words: string): boolean {
  const written = encodeURIComponent(words);
  return [written, written.replaceAll('%20', '+')].every((query) => {
    const address = parseAddress(`https://www.google.com/search?q=${query}&hl=en`);
    return address !== null && matchSearch(address, searches) !== null;
  });
}

function byLanguage<T extends FoundFamily>(families: readonly T[]): [language: string, families: T[]][] {
  const groups = Map.groupBy(families, ({ language }) => language);
  const big = [...groups].filter(([, some]) => some.length >= FEWEST_FAMILIES);
  const small = [...groups].filter(([, some]) => some.length < FEWEST_FAMILIES).flatMap(([, some]) => some);
  const sorted = big.sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1));
  return small.length > 0 ? [...sorted, ['other', small]] : sorted;
}

function addUp(votes: readonly { covered: number; byName: number }[]): Figure {
  const sum = (of: (vote: { covered: number; byName: number }) => number) =>
    Math.round(votes.reduce((all, vote) => all + of(vote), 0) * 100) / 100;
  return { total: votes.length, covered: sum(({ covered }) => covered), byName: sum(({ byName }) => byName) };
}

function share(names: readonly string[], known: (name: string) => boolean): number {
  return names.filter(known).length / names.length;
}

/** @returns the list with only its name rules. */
function withoutEntries(list: CompiledList): CompiledList {
  const hosts = { core: '\n', extended: '\n', broad: '\n', archives: '\n' };
  return { ...list, hosts, paths: [], brands: [] };
}

function nameOf(lines: readonly { name: string }[]): string[] {
  return lines.map(({ name }) => name);
}

function wordsOf(lines: readonly { words: string }[]): string[] {
  return lines.map(({ words }) => words);
}

function hostOf(name: string): string {
  return name.split('/')[0] ?? '';
}
