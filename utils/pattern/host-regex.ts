/**
 * The building blocks of every regex in the compiled list: RE2 and JavaScript read them alike.
 *
 * They run on canonical addresses (as browsers and the URL parser write them), whose authority always ends with a slash.
 * That keeps them small: Chromium refuses what compiles to more than 2 KB, about 105 instructions of RE2.
 */
import { cost, pack } from './regex-cost.ts';
import { foldWords, packWords } from './word-trie.ts';

/**
 * The scheme. RE2 compares its first letters separately, which leaves more room for words. In a regex for hosts everything after
 * it concerns the host alone, with user name and password.
 */
export const BEFORE_HOST = '^https?://';

/** Whatever is before the label: user name, password, subdomains. */
const BEFORE_LABEL = `${BEFORE_HOST}(?:[^/]*[.@])?`;

/** Anything at all up to the words. */
const BEFORE_WORDS = `${BEFORE_HOST}[^/]*`;

/**
 * Anything up to a boundary: the words begin the label, or follow a hyphen or a digit. `[--.` is hyphen and dot, which are
 * neighbors and so one range.
 */
const BEFORE_TOKEN = `${BEFORE_HOST}(?:[^/]*[--.0-9@])?`;

/**
 * A public suffix, approximately: one label, or a short second level below a country's (`.co.uk`, `.web.tr`, `.msk.ru`),
 * or the best known of those below `.com`. Close enough for names.
 */
const SUFFIX = '\\.(?:[a-z][a-z][a-z]?\\.[a-z][a-z]|(?:uk|com?)\\.[a-z]+|[a-z0-9-]+)';

/**
 * What may follow a host: one trailing dot, a port, and the path's first slash. `[.-:]` is one range (dot, slash, digits,
 * colon), so it costs a quarter of its members. It may run on into the path, which changes nothing.
 */
const TO_PATH = '[.-:]*/';

/** What may follow a host before a section: one trailing dot and a port. (No label of digits can be there.) */
const AFTER_HOST = '[.0-9:]*';

/** Any run of characters inside one label of a host: neither dot nor slash, which are neighbors and so one range. */
export const IN_LABEL = '[^.-/]*';

/** The rest of a host, however many labels; no user name, which would end with an `@`. */
const REST_OF_HOST = '[^/@]*/';

/**
 * Where in the registrable label the words must be. `closing`: what follows, if anything, begins with a hyphen or a digit.
 * `token`: between hyphens or the label's ends.
 *
 * Four positions look at every label of the host, which is cheaper than finding the registrable one and also finds names on
 * shared hosts (`words-city.blogspot.com`, `words--city-com.translate.goog`). `opening`: the words begin a label, or
 * follow a hyphen or a digit; anything may follow. `word`: the same, and what follows begins with a hyphen or a digit.
 * `inside` and `ending` allow anything before, and are for words that follow an unmistakable lead.
 */
export const POSITIONS = [
  'whole',
  'start',
  'end',
  'closing',
  'token',
  'opening',
  'word',
  'inside',
  'ending',
  'anywhere',
] as const;
export type Position = (typeof POSITIONS)[number];

/** Words as they occur in a label: `lead`, one of `any`, `tail`, at a position. All three are regex fragments. */
export interface LabelWords {
  at: Position;
  lead?: string;
  any: readonly string[];
  tail?: string;
  /** Counts only under one of these suffixes. */
  under?: readonly string[];
  /** True for words that lift what others cover. A suffix can be such a word (`.wiki`), so the host's trailing dot is no boundary. */
  lifting?: boolean;
}

const BEFORE: Record<Position, string> = {
  whole: BEFORE_LABEL,
  start: BEFORE_LABEL,
  end: BEFORE_WORDS,
  closing: BEFORE_WORDS,
  token: `${BEFORE_LABEL}(?:${IN_LABEL}-)?`,
  opening: BEFORE_TOKEN,
  word: BEFORE_TOKEN,
  inside: BEFORE_WORDS,
  ending: BEFORE_WORDS,
  anywhere: BEFORE_WORDS,
};

const CLOSING = `(?:[-0-9]${IN_LABEL})?`;
const AFTER: Record<Position, string> = {
  whole: '',
  start: IN_LABEL,
  end: '',
  closing: CLOSING,
  token: `(?:-${IN_LABEL})?`,
  opening: IN_LABEL,
  word: CLOSING,
  inside: IN_LABEL,
  ending: CLOSING,
  anywhere: IN_LABEL,
};

/** What follows the words where any label counts. */
const IN_ANY_LABEL: Partial<Record<Position, string>> = {
  opening: REST_OF_HOST,
  inside: REST_OF_HOST,
  word: `[--.0-9]${REST_OF_HOST}`,
  ending: `[--.0-9]${REST_OF_HOST}`,
};

/** The same for words that lift: after hyphens, dots and digits a letter must follow, which never follows the end of a host. */
const IN_ANY_LABEL_LIFTING: Partial<Record<Position, string>> = {
  word: `[--.0-9]+[a-z]${REST_OF_HOST}`,
  ending: `[--.0-9]+[a-z]${REST_OF_HOST}`,
};

/** Regexes for addresses whose host contains one of the words in that position; several, if one would be too big. */
export function labelRegexes({ at, lead = '', any, tail = '', under, lifting }: LabelWords): string[] {
  const regex = (words: readonly string[], after: string) =>
    `${BEFORE[at]}${lead}${foldWords(words)}${tail}${after}`;
  if (under === undefined) {
    const after =
      (lifting && IN_ANY_LABEL_LIFTING[at]) || (IN_ANY_LABEL[at] ?? `${AFTER[at]}${SUFFIX}${TO_PATH}`);
    return packWords(any, cost(regex([], after))).map((words) => regex(words, after));
  }
  // Few words leave room for the suffixes as well; many words are distributed over several regexes.
  const after = (suffixes: readonly string[]) => `${AFTER[at]}\\.${foldWords(suffixes)}${TO_PATH}`;
  const suffixes = under.map(literal);
  const perSuffix = Math.max(...suffixes.map(cost)) + 1;
  return packWords(any, cost(regex([], after([]))) + Math.max(perSuffix, SUFFIX_SHARE)).flatMap((words) =>
    packWords(suffixes, cost(regex(words, after([])))).map((some) => regex(words, after(some))),
  );
}

/** Regexes for hosts that contain a name as another site's subdomain: three labels or more follow the one with the words. */
export function carriedRegexes(words: readonly string[]): string[] {
  const regex = (some: readonly string[]) =>
    `${BEFORE_WORDS}${foldWords(some)}[^.-/@]*\\.[^.-/@]+\\.[^.-/@]+\\.[a-z]${REST_OF_HOST}`;
  return packWords(words, cost(regex([]))).map(regex);
}

/** The part of one regex's cost that words leave to suffixes, if a rule names both. */
const SUFFIX_SHARE = 30;

/** Regexes for addresses on one of `hosts` or a subdomain. */
export function hostRegexes(hosts: readonly string[]): string[] {
  const regex = (some: readonly string[]) => `${BEFORE_LABEL}${group(some)}${TO_PATH}`;
  return pack(hosts.map(literal), cost(regex([]))).map(regex);
}

/** How the regexes of this file begin, and how they end if they concern the host alone; the longest first. */
export const BEGINNINGS: readonly string[] = [BEFORE_TOKEN, BEFORE_LABEL, BEFORE_WORDS];
export const ENDS: readonly string[] = [`${SUFFIX}${TO_PATH}`, REST_OF_HOST, TO_PATH];

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

/** @returns the words as alternatives. */
export function group(words: readonly string[]): string {
  return words.length === 1 && !words[0]?.includes('|') ? (words[0] ?? '') : `(?:${words.join('|')})`;
}
