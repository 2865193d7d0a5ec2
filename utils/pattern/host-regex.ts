/**
 * The building blocks of every regex in the compiled list: RE2 and JavaScript read them alike.
 *
 * They run on canonical addresses (as browsers and the URL parser write them), whose authority always ends with a slash.
 * That keeps them small: Chromium refuses what compiles to more than 2 KB, about 110 instructions of RE2.
 */

/** Scheme, and whatever stands before the label: user name, password, subdomains. */
const START = '^https?://(?:[^/]*[.@])?';

/** A public suffix, approximately: one label, or a common second level below another label. Close enough for names. */
const SUFFIX = '\\.(?:(?:com?|net|org)\\.)?[a-z][a-z0-9-]+';

/** What may follow a host: one trailing dot and a port. */
const AFTER_HOST = '\\.?(?::[0-9]+)?';

/** Any run of characters inside one label of a host. */
const IN_LABEL = '[^./]*';

/** Where in the registrable label words must stand. `token` means: between hyphens or the label's ends. */
export const POSITIONS = ['whole', 'start', 'end', 'token', 'anywhere'] as const;
export type Position = (typeof POSITIONS)[number];

/** Words as a label holds them: `lead`, one of `any`, `tail`, at a position. All three are regex fragments. */
export interface LabelWords {
  at: Position;
  lead?: string;
  any: readonly string[];
  tail?: string;
}

/** How many characters of words one regex may carry, so that both browsers accept it. */
const CHUNK = 58;

/** Regexes for addresses whose registrable label holds one of the words; several, if one would be too big. */
export function labelRegexes({ at, lead = '', any, tail = '' }: LabelWords): string[] {
  const before = { whole: '', start: '', end: IN_LABEL, token: `(?:${IN_LABEL}-)?`, anywhere: IN_LABEL }[at];
  const after = { whole: '', start: IN_LABEL, end: '', token: `(?:-${IN_LABEL})?`, anywhere: IN_LABEL }[at];
  return chunks(any, CHUNK - lead.length - tail.length).map(
    (words) => `${START}${before}${lead}${group(words)}${tail}${after}${SUFFIX}${AFTER_HOST}/`,
  );
}

/** Regexes for addresses on one of `hosts` or below. */
export function hostRegexes(hosts: readonly string[]): string[] {
  return chunks(hosts.map(literal), CHUNK).map((some) => `${START}${group(some)}${AFTER_HOST}/`);
}

/** A regex for a section of any site; `section` begins with `/`. */
export function sectionRegex(section: string): string {
  return `^https?://[^/]*${section}`;
}

/** A regex for a section of the sites whose registrable label is `label`. */
export function labelSectionRegex(label: string, section: string): string {
  return `${START}${label}${SUFFIX}${AFTER_HOST}${section}`;
}

/** Writes text so that a regex reads it literally. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Cuts words into groups of at most `size` characters, counting the bars between them; a longer word stands alone. */
export function chunks(words: readonly string[], size: number): string[][] {
  const groups: string[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (filled + word.length > size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(word);
    filled += word.length + 1;
  }
  return groups;
}

function group(words: readonly string[]): string {
  return words.length === 1 && !words[0]?.includes('|') ? (words[0] ?? '') : `(?:${words.join('|')})`;
}
