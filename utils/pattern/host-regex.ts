/**
 * The building blocks of every regex in the compiled list: RE2 and JavaScript read them alike.
 *
 * They run on canonical addresses (as browsers and the URL parser write them), whose authority always ends with a slash.
 * That keeps them small: Chromium refuses what compiles to more than 2 KB, about 105 instructions of RE2.
 */
import { foldRegexes } from './fold-regexes.ts';
import { cost, pack, packTightly } from './regex-cost.ts';

/** Scheme, and whatever stands before the label: user name, password, subdomains. */
const BEFORE_LABEL = '^https?://(?:[^/]*[.@])?';

/** Scheme, and anything at all up to the words. */
const BEFORE_WORDS = '^https?://[^/]*';

/** A public suffix, approximately: one label, or a common second level below another label. Close enough for names. */
const SUFFIX = '\\.(?:(?:com?|net|org)\\.)?[a-z0-9-]+';

/** What may follow a host: one trailing dot and a port. (No label of digits can stand there.) */
const AFTER_HOST = '[.0-9:]*';

/** Any run of characters inside one label of a host. */
const IN_LABEL = '[^./]*';

/**
 * Where in the registrable label words must stand.
 * `closing`: what follows, if anything, begins with a hyphen or a digit. `token`: between hyphens or the label's ends.
 */
export const POSITIONS = ['whole', 'start', 'end', 'closing', 'token', 'anywhere'] as const;
export type Position = (typeof POSITIONS)[number];

/** Words as a label holds them: `lead`, one of `any`, `tail`, at a position. All three are regex fragments. */
export interface LabelWords {
  at: Position;
  lead?: string;
  any: readonly string[];
  tail?: string;
  /** Counts only under one of these suffixes. */
  under?: readonly string[];
}

const BEFORE: Record<Position, string> = {
  whole: BEFORE_LABEL,
  start: BEFORE_LABEL,
  end: BEFORE_WORDS,
  closing: BEFORE_WORDS,
  token: `${BEFORE_LABEL}(?:${IN_LABEL}-)?`,
  anywhere: BEFORE_WORDS,
};

const AFTER: Record<Position, string> = {
  whole: '',
  start: IN_LABEL,
  end: '',
  closing: `(?:[-0-9]${IN_LABEL})?`,
  token: `(?:-${IN_LABEL})?`,
  anywhere: IN_LABEL,
};

/** Regexes for addresses whose registrable label holds one of the words; several, if one would be too big. */
export function labelRegexes({ at, lead = '', any, tail = '', under }: LabelWords): string[] {
  const regex = (words: readonly string[], suffix: string) =>
    `${BEFORE[at]}${lead}${group(words)}${tail}${AFTER[at]}${suffix}${AFTER_HOST}/`;
  if (under !== undefined) {
    return pack(under, cost(regex(any, '\\.'))).map((some) => regex(any, `\\.${group(some)}`));
  }
  return pack(any, cost(regex([], SUFFIX))).map((words) => regex(words, SUFFIX));
}

/** Regexes for addresses on one of `hosts` or below. */
export function hostRegexes(hosts: readonly string[]): string[] {
  const regex = (some: readonly string[]) => `${BEFORE_LABEL}${group(some)}${AFTER_HOST}/`;
  return pack(hosts.map(literal), cost(regex([]))).map(regex);
}

/** What a regex of this file begins with, and ends with where it speaks of the host alone; the longest first. */
const BEGINNINGS: readonly string[] = [BEFORE_LABEL, BEFORE_WORDS];
const ENDS: readonly string[] = [`${SUFFIX}${AFTER_HOST}/`, `${AFTER_HOST}/`];

/** @returns true for a regex that says nothing about the path: it ends with the host. */
export function isHostRegex(regex: string): boolean {
  return ENDS.some((end) => regex.endsWith(end));
}

/**
 * Joins regexes that begin and end alike, for readers that take bigger ones than rules do: compiling few is cheaper.
 * @param most - characters of one joined regex, approximately.
 * @returns regexes that together know the same addresses.
 */
export function joinRegexes(regexes: readonly string[], most: number): string[] {
  const measure = { size: (text: string) => text.length, most };
  return refill(regexes, (middles) => pack(foldRegexes(middles), 0, measure));
}

/**
 * Puts regexes that begin and end alike together in as few as a browser's rules take: a rule need not say which it was.
 * @returns regexes that together know the same addresses.
 */
export function packRegexes(regexes: readonly string[]): string[] {
  return refill(regexes, (middles, frame) => packTightly(middles, cost(frame)));
}

/** Shares out what stands between equal beginnings and ends; regexes of another form stay as they are. */
function refill(
  regexes: readonly string[],
  share: (middles: readonly string[], frame: string) => string[][],
): string[] {
  const frames = new Map<string, { beginning: string; end: string; middles: string[] }>();
  const single: string[] = [];
  for (const regex of regexes) {
    const beginning = BEGINNINGS.find((text) => regex.startsWith(text));
    const end = ENDS.find((text) => regex.endsWith(text));
    if (beginning === undefined || end === undefined) {
      single.push(regex);
      continue;
    }
    const middle = regex.slice(beginning.length, -end.length);
    const key = `${beginning} ${end}`;
    const frame = frames.get(key) ?? { beginning, end, middles: [] };
    frames.set(key, frame);
    frame.middles.push(middle);
  }
  const shared = [...frames.values()].flatMap(({ beginning, end, middles }) =>
    share(middles, `${beginning}${end}`).map((words) => `${beginning}${group(words)}${end}`),
  );
  return [...shared, ...single];
}

/** A regex for a section of any site; `section` begins with `/`. */
export function sectionRegex(section: string): string {
  return `^https?://[^/]*${section}`;
}

/** A regex for a section of the sites whose registrable label is `label`. */
export function labelSectionRegex(label: string, section: string): string {
  return `${BEFORE_LABEL}${label}${SUFFIX}${AFTER_HOST}${section}`;
}

/** Writes text so that a regex reads it literally. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function group(words: readonly string[]): string {
  return words.length === 1 && !words[0]?.includes('|') ? (words[0] ?? '') : `(?:${words.join('|')})`;
}
