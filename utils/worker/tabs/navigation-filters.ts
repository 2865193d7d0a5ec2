/** Address filters for navigation events, so that the browser wakes the worker for listed addresses and for no others. Pure. */

import { eitherCase } from '../../pattern/either-case.ts';
import { customPatternExpression, escapeExpression } from '../../pattern/expressions.ts';
import { BEFORE_HOST } from '../../pattern/host-regex.ts';
import { isHostRegex } from '../../pattern/join-regexes.ts';
import { SHARED_WORDS } from '../../pattern/shared-words.ts';
import type { CompiledList, CompiledWrapper, CustomPattern } from '../../pattern/types.ts';

/** The part of `events.UrlFilter` that both browsers read the same way. `urlMatches` is case-sensitive in both. */
export interface AddressFilter {
  hostContains?: string;
  hostEquals?: string;
  hostSuffix?: string;
  schemes?: string[];
  urlMatches?: string;
}

/** @returns filters for what a page can reach without leaving its host: listed sections, and wrappers. */
export function sectionFilters(list: CompiledList): AddressFilter[] {
  return [
    ...list.paths.map(({ host, regex }) => ({ hostSuffix: host, urlMatches: eitherCase(regex) })),
    ...[...list.brands, ...list.names]
      .filter(({ regex }) => !isHostRegex(regex))
      .map(({ regex }) => ({ urlMatches: eitherCase(regex) })),
    ...list.wrappers.map(wrapperFilter),
  ];
}

/**
 * How a browser goes through its filters. `at-once`: it checks all plain filters together, however many there are, but recompiles
 * expressions for each listener (Chromium). `one-by-one`: it compares every navigation with each filter, and one expression costs
 * less than fifty such comparisons (Firefox, `MatchURLFilters.sys.mjs`: 0.07 ms instead of 1.5 ms for the list's hosts).
 */
export type FilterReading = 'at-once' | 'one-by-one';

/**
 * @returns filters for hosts that are recognized by their name alone: brands and name rules. Browsers write hosts in lower case.
 *   Most filters look for a text that a few other hosts contain too, so the listener has to ask the matcher.
 */
export function nameFilters(list: CompiledList, reading: FilterReading): AddressFilter[] {
  const texts =
    reading === 'at-once'
      ? list.nameTexts.map((hostContains) => ({ hostContains }))
      : [{ urlMatches: containing(list.nameTexts) }];
  return [...texts, ...list.joinedNames.map((urlMatches) => ({ urlMatches }))];
}

/** @returns filters for people's own sections. */
export function ownFilters(patterns: readonly CustomPattern[]): AddressFilter[] {
  return patterns.flatMap((pattern) => {
    const expression = pattern.kind === 'path' ? customPatternExpression(pattern) : null;
    return expression === null ? [] : [{ hostSuffix: pattern.host, urlMatches: eitherCase(expression) }];
  });
}

/** @returns filters for people's own sites; `dotBefore` as for {@link hostFilters}. */
export function ownHostFilters(patterns: readonly CustomPattern[], dotBefore: boolean): AddressFilter[] {
  const of = (wanted: CustomPattern['kind']) =>
    patterns.filter(({ kind }) => kind === wanted).map(({ host }) => host);
  return [...hostFilters(of('site'), dotBefore), ...of('exact').map((hostEquals) => ({ hostEquals }))];
}

/**
 * @param dotBefore - the browser reads a host as if a dot was before it, so that one filter means host and subdomains
 *   (Chromium: `url_matcher`, "hosts are canonicalized with a leading dot"). Others need two.
 * @returns filters for whole hosts with their subdomains.
 */
export function hostFilters(hosts: readonly string[], dotBefore: boolean): AddressFilter[] {
  const below = hosts.map((host) => ({ hostSuffix: `.${host}` }));
  return dotBefore ? below : [...below, ...hosts.map((host) => ({ hostEquals: host }))];
}

const sharedWord = new RegExp(SHARED_WORDS.join('|'));

/**
 * @returns a few filters that match all of the hosts with their subdomains. They match some other hosts too, so the listener has
 *   to ask the matcher.
 */
export function listedHostFilters(hosts: readonly string[], reading: FilterReading): AddressFilter[] {
  const { words, others } = splitBySharedWords(hosts);
  if (reading === 'at-once')
    return [...words.map((hostContains) => ({ hostContains })), ...hostFilters(others, true)];
  const ofHosts = `${BEFORE_HOST}(?:[^/]*[.@])?(?:${others.map(escapeExpression).join('|')})\\.?(?:[:/]|$)`;
  return [
    ...(words.length > 0 ? [{ urlMatches: containing(words) }] : []),
    ...(others.length > 0 ? [{ urlMatches: ofHosts }] : []),
  ];
}

/** @returns an expression for addresses whose host, or user name before it, contains one of the texts. */
function containing(texts: readonly string[]): string {
  return `${BEFORE_HOST}[^/]*(?:${texts.map(escapeExpression).join('|')})`;
}

/** @returns the shared words that these hosts contain, and the hosts without one. */
export function splitBySharedWords(hosts: readonly string[]): { words: string[]; others: string[] } {
  return {
    words: SHARED_WORDS.filter((word) => hosts.some((host) => host.includes(word))),
    others: hosts.filter((host) => !sharedWord.test(host)),
  };
}

function wrapperFilter({ host, anySuffix, target, key, path = '/' }: CompiledWrapper): AddressFilter {
  const where: AddressFilter = anySuffix ? { hostContains: `${host}.` } : { hostSuffix: host };
  const within = (rest: string) => ({ ...where, urlMatches: eitherCase(`^https?://[^/?#]*${rest}`) });
  if (target === 'path' && key !== undefined) return within(key);
  if (target === 'whole-query') return within(`${escapeExpression(path)}[^?#]*\\?https?`);
  // Parameter names are case-sensitive.
  const named = `\\?(?:[^#]*&)?${escapeExpression(key ?? 'u')}=`;
  if (target !== 'query') return where;
  const begins = eitherCase(`^https?://[^/?#]*${escapeExpression(path)}`);
  return { ...where, urlMatches: `${begins}[^?#]*${named}` };
}
