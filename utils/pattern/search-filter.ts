/**
 * Writes the words of a search as a search engine's address contains them: as plain filters for the browser (MDN,
 * declarativeNetRequest.RuleCondition, `urlFilter`), and as one expression for the matcher and for Firefox.
 *
 * Chromium takes no expression of more than 2 KB, and looks up all plain filters at once. Firefox compares rule by rule, so
 * there one long expression is cheaper than thousands of filters. A unit test checks both forms against each other.
 *
 * A phrase is words in lower case. `{near,close to}` is one of several words; braces do not nest. `*` is any run of
 * characters. A space between words is one space; at the beginning or the end of the phrase it is the word's beginning or end.
 * `^` at the beginning is the beginning of the query, in a parameter or in a path, and `$` at the end is its end.
 */

import { eitherCase } from './either-case.ts';
import { foldWords, insertWord, type TrieNode } from './word-trie.ts';

/** The ways in which an address writes the spaces of a query (WHATWG URL, "application/x-www-form-urlencoded"). */
const ENCODINGS = [
  { before: '^', between: '+', after: '^' },
  { before: '^', between: '%20', after: '%20' },
  { before: '%20', between: '%20', after: '%20' },
  { before: '%20', between: '%20', after: '^' },
  { before: '^', between: '%20', after: '^' },
] as const;

/** What a query follows in an address: a parameter's name, or a folder (`/maps/search/WORDS`). */
const QUERY_BEGINNINGS = ['=', '/'];

/** What follows a query in an address: the next parameter or folder, or nothing (`|` of a plain filter). */
const QUERY_ENDS = ['&', '/', '|'];

/** `^` of a plain filter: anything but a letter, a digit and `_-.%`, or the address's end. */
const SEPARATOR = '[^a-z0-9_.%-]';

/** What stands before a phrase, by the mark at its beginning. */
const BEFORE = { ' ': `(?:${SEPARATOR}|%20)`, '^': `[${QUERY_BEGINNINGS.join('')}]`, '': '' } as const;

/**
 * @returns the plain filters of phrases, without those that match nothing more than another one; letters beyond ASCII as UTF-8
 *   bytes. Only builds ask for them.
 */
export function searchFilters(phrases: readonly string[]): string[] {
  return withoutRedundant(phrases.flatMap(alternatives).flatMap(written));
}

/** Writes words in each encoding. */
function written(words: string): string[] {
  const { start, middle, end } = partsOf(inAscii(words));
  return ENCODINGS.flatMap(({ before, between, after }) => {
    const starts = { ' ': [before], '^': QUERY_BEGINNINGS, '': [''] }[start];
    const ends = { ' ': [after], $: QUERY_ENDS, '': [''] }[end];
    const text = middle.replaceAll(' ', between);
    return starts.flatMap((first) => ends.map((last) => `${first}${text}${last}`));
  });
}

/** @returns each filter once, without those that contain another one. */
function withoutRedundant(filters: readonly string[]): string[] {
  const root: TrieNode = { ends: false, next: new Map() };
  const some = [...new Set(filters)];
  for (const filter of some) insertWord(root, filter);
  return some.filter((filter) => !containsAnother(filter, root));
}

/** Whatever matches a filter also matches one that it contains. */
function containsAnother(filter: string, root: TrieNode): boolean {
  for (let start = 0; start < filter.length; start++) {
    let nodes = [root];
    for (let place = start; place < filter.length; place++) {
      const character = filter.charAt(place);
      // `^` of another filter matches these too, and the address's end.
      const keys = /[=+&/|]/.test(character) ? [character, '^'] : [character];
      nodes = nodes.flatMap(({ next }) => keys.flatMap((key) => next.get(key) ?? []));
      const isWhole = start === 0 && place === filter.length - 1;
      if (nodes.filter(({ ends }) => ends).length > (isWhole ? 1 : 0)) return true;
    }
  }
  return false;
}

/** @returns a phrase as an expression in the common subset of RE2 and JavaScript, to be read without regard to case. */
export function searchExpression(phrase: string): string {
  const { start, middle, end } = partsOf(phrase);
  const after = { ' ': `(?:${SEPARATOR}|%20|$)`, $: '(?:[&/#]|$)', '': '' }[end];
  const words = inAscii(middle)
    .replace(/[.+?$()|[\]\\]/g, '\\$&')
    .replace(/\{([^{}]*)\}/g, (_, some: string) => `(?:${some.split(',').join('|')})`)
    .replaceAll('*', '.*')
    .replaceAll(' ', '(?:\\+|%20)');
  return `${BEFORE[start]}${words}${after}`;
}

/**
 * @param tells - phrases, at least one of which is in everything that a search phrase matches.
 * @returns one short, case-sensitive expression for addresses that may be such a search: an engine's name in the host, and one
 *   of the words after it. It lets the browser wake the worker for few other addresses.
 */
export function wakingExpression(engines: readonly string[], tells: readonly string[]): string {
  // Takes the label before the suffix, because an engine's maps and shopping have hosts of their own beside its search.
  const names = engines.map((host) => /([^.]+)\.(?:com?\.)?[^.]+$/.exec(host)?.[1] ?? host);
  // Without the mark of where a word ends, which would make the expression longer and keep out hardly any search.
  const begun = tells.map((phrase) => phrase.replace(/ $/, ''));
  const words = foldWords(unique(withoutCovered(begun).map(searchExpression).map(afterAnySign)));
  // Browsers write hosts in lower case; filters for navigation are case-sensitive.
  return `^https?://(?:[^/]*\\.)?(?:${unique(names).join('|')})\\.[^/]*/.*${eitherCase(words)}`;
}

/** Lets an expression begin after any escape: only the worker reads a search with a quotation mark before the word. */
function afterAnySign(expression: string): string {
  const [word, query] = [BEFORE[' '], BEFORE['^']];
  if (expression.startsWith(word)) return `(?:${SEPARATOR}|%..)${expression.slice(word.length)}`;
  return expression.startsWith(query) ? `${query}(?:%..)?${expression.slice(query.length)}` : expression;
}

/** @returns the phrases without those in whose searches another one is found too. */
function withoutCovered(phrases: readonly string[]): string[] {
  const read = unique(phrases).map((phrase) => ({
    phrase,
    written: alternatives(phrase).map((words) => inAscii(words).replaceAll(' ', '%20')),
    found: new RegExp(searchExpression(phrase)),
  }));
  return read
    .filter(({ phrase, written }) =>
      read.every((other) => other.phrase === phrase || !written.every((words) => other.found.test(words))),
    )
    .map(({ phrase }) => phrase);
}

/** What is written for letters with marks where only ASCII is at hand, beside the bare letter. */
const DOUBLE_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
/** Letters whose mark Unicode does not take apart. */
const BARE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
};

/**
 * @returns exclusions, with those words of theirs that have marks on Latin letters also as people write them without marks. An
 *   innocent search must stay open however it is written; of searches for paid sex, the list has the forms that matter. Only
 *   builds ask for it.
 */
export function withoutMarks(exclusions: readonly string[]): string[] {
  const bare = (words: string) =>
    words
      .replace(/[ßæœıłøđ]/g, (letter) => BARE_LETTERS[letter] ?? letter)
      .normalize('NFD')
      .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
      .normalize('NFC');
  const doubled = (words: string) => words.replace(/[äöüøå]/g, (letter) => DOUBLE_LETTERS[letter] ?? letter);
  const written = exclusions.flatMap(alternatives);
  const more = written.flatMap((words) => [bare(words), bare(doubled(words))]);
  return [...exclusions, ...unique(more).filter((words) => !written.includes(words))];
}

function unique<T>(some: readonly T[]): T[] {
  return [...new Set(some)].sort();
}

/** @returns a phrase without its marks for where it begins and ends, and the marks. */
function partsOf(phrase: string): { start: '' | ' ' | '^'; middle: string; end: '' | ' ' | '$' } {
  const start = phrase.startsWith(' ') ? ' ' : phrase.startsWith('^') ? '^' : '';
  const end = phrase.endsWith(' ') ? ' ' : phrase.endsWith('$') ? '$' : '';
  return { start, middle: phrase.slice(start.length, phrase.length - end.length), end };
}

function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, encodeURIComponent);
}

/** Writes out `{one,other}`. */
function alternatives(phrase: string): string[] {
  const group = /\{([^{}]*)\}/.exec(phrase);
  if (!group) return [phrase];
  const [before, after] = [phrase.slice(0, group.index), phrase.slice(group.index + group[0].length)];
  const rest = alternatives(after);
  return (group[1] ?? '').split(',').flatMap((word) => rest.map((end) => `${before}${word}${end}`));
}
