/**
 * Tracks who has read each file of a language: `data/lint/<language>/review.json` says it for each file, and the list of languages
 * for all of them together.
 */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Review } from '../../utils/words/languages.ts';
import { readJson } from './required-texts.ts';

/** By file. `machine`: made with the help of a machine and not read by a native speaker. */
type Reviews = Record<string, Exclude<Review, 'source'>>;

const DAY = /^\d{4}-\d\d-\d\d$/;

const nameOf = (language: string) => `data/lint/${language}/review.json`;

/** @returns the marks of a language; none if nobody has begun. */
export function readReviews(language: string, root = '.'): Reviews {
  const file = join(root, nameOf(language));
  return existsSync(file) ? readJson<Reviews>(file) : {};
}

/** Marks changed files as unread: whoever read them has not read their new texts. */
export function markUnread(language: string, changed: readonly string[], root = '.'): void {
  if (changed.length === 0) return;
  const reviews = {
    ...readReviews(language, root),
    ...Object.fromEntries(changed.map((file) => [file, 'machine'])),
  };
  const lines = Object.entries(reviews)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, review]) => `  ${JSON.stringify(file)}: ${JSON.stringify(review)}`);
  const file = join(root, nameOf(language));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

/** @returns the mark in words, for a printed page. */
export function reviewText(review: Reviews[string] | undefined): string {
  if (review === undefined || review === 'machine') return 'Machine-assisted, not read by a native speaker.';
  return `Read by ${review.by} on ${review.on}.`;
}

/**
 * @returns a line for each file without a mark, for each mark without a file, and for a language whose entry in the list claims
 *   more than its files do.
 */
export function reviewGaps(language: string, root = '.'): string[] {
  const listed = readJson<Record<string, { review?: Review }>>(join(root, 'data/languages.json'))[language]
    ?.review;
  // The other languages are translated from this one.
  if (listed === 'source') return [];
  const name = nameOf(language);
  const reviews = readReviews(language, root);
  const there = globSync(`data/*/${language}/*.json`, { cwd: root })
    .filter((file) => !file.startsWith('data/lint/'))
    .sort();
  const gaps = [
    ...there.filter((file) => !(file in reviews)).map((file) => `${name}: does not say who has read ${file}`),
    ...Object.keys(reviews)
      .filter((file) => !there.includes(file))
      .map((file) => `${name}: there is no ${file}`),
    ...Object.entries(reviews)
      .filter(([, review]) => !isReview(review))
      .map(([file]) => `${name}: ${file} needs "machine", or by and on`),
  ];
  if (gaps.length > 0 || listed === undefined) return gaps;
  const weakest = JSON.stringify(weakestOf(Object.values(reviews)));
  return JSON.stringify(listed) === weakest
    ? []
    : [`data/languages.json: review of ${language} is to be ${weakest}, as ${name} has it`];
}

function isReview(review: unknown): boolean {
  if (review === 'machine') return true;
  const { by, on } = Object(review) as { by?: unknown; on?: unknown };
  return typeof by === 'string' && by.trim() !== '' && typeof on === 'string' && DAY.test(on);
}

/** @returns `machine` if one file is unread, which makes the language unread; otherwise the earliest mark, which is worth least today. */
function weakestOf(reviews: readonly Reviews[string][]): Reviews[string] {
  const read = reviews.flatMap((review) => (review === 'machine' ? [] : [review]));
  const [first] = read.toSorted((a, b) => a.on.localeCompare(b.on));
  return first && read.length === reviews.length ? first : 'machine';
}
