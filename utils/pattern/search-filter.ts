/**
 * Writes the words of a search as a search engine's address contains them: as plain filters for the browser (MDN,
 * declarativeNetRequest.RuleCondition, `urlFilter`), and as one expression for the matcher and for Firefox.
 *
 * Chromium takes no expression of more than 2 KB, and looks up all plain filters at once. Firefox compares rule by rule, so
 * there one long expression is cheaper than thousands of filters. A unit test checks both forms against each other.
 *
 * A phrase is words in lower case. `{near,close to}` is one of several words; braces do not nest. `*` is any run of
 * characters. A space between words is one space; at the beginning or the end of the phrase it is the word's beginning or end.
 * `^` at the beginning is the beginning of the query, and `$` at the end is its end.
 */

import { eitherCase } from './either-case.ts';
import { foldWords } from './word-trie.ts';

/** The ways in which an address writes the spaces of a query (WHATWG URL, "application/x-www-form-urlencoded"). */
const ENCODINGS = [
  { before: '^', between: '+', after: '^' },
  { before: '^', between: '%20', after: '%20' },
  { before: '%20', between: '%20', after: '%20' },
  { before: '%20', between: '%20', after: '^' },
] as const;

/** What follows a query in an address: the next parameter, or nothing (`|` of a plain filter). */
const QUERY_ENDS = ['&', '|'];

/** `^` of a plain filter: anything but a letter, a digit and `_-.%`, or the address's end. */
const SEPARATOR = '[^a-z0-9_.%-]';

/** @returns the plain filters of a phrase, without repetition; letters beyond ASCII as UTF-8 bytes. */
export function searchFilters(phrase: string): string[] {
  const filters = alternatives(phrase).flatMap((words) => {
    const text = inAscii(words);
    return ENCODINGS.flatMap(({ before, between, after }) => {
      const filter = text
        .replace(/^\^/, '=')
        .replace(/^ /, before)
        .replace(/ $/, after)
        .replaceAll(' ', between);
      return filter.endsWith('$') ? QUERY_ENDS.map((end) => filter.slice(0, -1) + end) : [filter];
    });
  });
  return [...new Set(filters)];
}

/** @returns a phrase as an expression in the common subset of RE2 and JavaScript, to be read without regard to case. */
export function searchExpression(phrase: string): string {
  const [, beginning = '', middle = '', end = ''] = /^([ ^]?)(.*?)([ $]?)$/.exec(phrase) ?? [];
  const before = { ' ': `(?:${SEPARATOR}|%20)`, '^': '=', '': '' }[beginning];
  const after = { ' ': `(?:${SEPARATOR}|%20|$)`, $: '(?:[&#]|$)', '': '' }[end];
  const words = inAscii(middle)
    .replace(/[.+?$()|[\]\\]/g, '\\$&')
    .replace(/\{([^{}]*)\}/g, (_, some: string) => `(?:${some.split(',').join('|')})`)
    .replaceAll('*', '.*')
    .replaceAll(' ', '(?:\\+|%20)');
  return `${before}${words}${after}`;
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
  const words = foldWords(unique(withoutCovered(begun).map(searchExpression)));
  // Browsers write hosts in lower case; filters for navigation are case-sensitive.
  return `^https?://(?:[^/]*\\.)?(?:${unique(names).join('|')})\\.[^/]*/.*${eitherCase(words)}`;
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

function unique<T>(some: readonly T[]): T[] {
  return [...new Set(some)].sort();
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
