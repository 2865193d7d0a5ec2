/** Turns the entries people review into the compiled list that the browser and the matcher read. */
import type {
  BrandEntry,
  ExclusionEntry,
  ListEntries,
  NameEntry,
  PathEntry,
  PlaceGroup,
  Provenanced,
  WrapperEntry,
} from './entry.ts';
import {
  carriedRegexes,
  hostRegexes,
  IN_LABEL,
  type LabelWords,
  labelRegexes,
  labelSectionRegex,
  literal,
  type Position,
  sectionRegex,
} from './host-regex.ts';
import { isHostRegex, joinRegexes } from './join-regexes.ts';
import { neededTexts, withoutLonger } from './needed-texts.ts';
import { wakingExpression, withoutMarks } from './search-filter.ts';
import {
  type CompiledList,
  type CompiledPath,
  type CompiledRegex,
  type CompiledSearches,
  type CompiledWrapper,
  TIERS,
  type Tier,
} from './types.ts';

/** The most characters of one joined expression: Chromium limits the size of a compiled filter too. */
const LONGEST_JOINED = 2_000;

/**
 * Compiles entries that have passed the linter. Pure: the same entries give the same text, whatever their order.
 * A rule that is too long for one regex becomes several with the same id.
 */
export function compileList(entries: ListEntries): CompiledList {
  const brands = entries.brands.flatMap(compileBrand).sort(byId);
  const names = entries.names.flatMap((entry) => compileName(entry, entries.places)).sort(byId);
  const byHost = [...brands, ...names].map(({ regex }) => regex).filter(isHostRegex);
  const general = [
    ...entries.paths.map(({ host }) => host),
    ...entries.brands.filter(({ section }) => section).map(({ label }) => label),
  ];
  const texts = neededTexts(byHost, general);
  return {
    version: newestReview(entries),
    hosts: compileHosts(entries),
    paths: entries.paths.map(compilePath).sort(byId),
    brands,
    names,
    nameExclusions: compileExclusions(entries.exclusions).sort(),
    wrappers: entries.wrappers.map(compileWrapper).sort(byIdAndForm),
    searches: compileSearches(entries),
    nameTexts: withoutLonger([...texts.values()].flat()).sort(),
    joinedNames: joinRegexes(
      byHost.filter((regex) => texts.get(regex)?.length === 0),
      LONGEST_JOINED,
    ),
  };
}

/** Id of a listed section: `host#section`. */
export function pathId(entry: Pick<PathEntry, 'host' | 'section'>): string {
  return `${entry.host}#${entry.section}`;
}

/** Id of a brand: `label.*`, with the section if it has one. */
export function brandId(entry: Pick<BrandEntry, 'label' | 'section'>): string {
  return entry.section ? `${entry.label}.*#${entry.section}` : `${entry.label}.*`;
}

/** Id of a wrapper: its host, which may have several forms of address. */
export function wrapperId({ host, anySuffix }: Pick<WrapperEntry, 'host' | 'anySuffix'>): string {
  return anySuffix ? `${host}.*` : host;
}

function newestReview(entries: ListEntries): string {
  const dates = Object.values(entries)
    .flat()
    .map((entry: Pick<Provenanced, 'reviewed'>) => entry.reviewed);
  return dates.sort().at(-1) ?? '';
}

function compileHosts(entries: ListEntries): Record<Tier, string> {
  const byTier = new Map<Tier, string[]>(TIERS.map((tier) => [tier, []]));
  for (const entry of entries.hosts) byTier.get(entry.tier)?.push(entry.host);
  const text = (tier: Tier) =>
    `\n${(byTier.get(tier) ?? [])
      .sort()
      .map((host) => `${host}\n`)
      .join('')}`;
  return { core: text('core'), extended: text('extended'), broad: text('broad'), archives: text('archives') };
}

function compilePath(entry: PathEntry): CompiledPath {
  return { id: pathId(entry), tier: entry.tier, host: entry.host, regex: sectionRegex(entry.regex) };
}

/** Compiles each brand by itself, so that a match can say which brand it was. */
function compileBrand(entry: BrandEntry): CompiledRegex[] {
  const label = literal(entry.label);
  const regexes =
    entry.regex === undefined
      ? labelRegexes({ at: 'whole', any: [label], ...(entry.under && { under: entry.under }) })
      : [labelSectionRegex(label, entry.regex)];
  const { tier, notUnder } = entry;
  return regexes.map((regex) => ({ id: brandId(entry), tier, regex, ...(notUnder && { notUnder }) }));
}

function compileName(entry: NameEntry, groups: readonly PlaceGroup[]): CompiledRegex[] {
  const { id, tier, at } = entry;
  const any = entry.any.map(asHostsHoldIt);
  const regexes =
    at === 'section'
      ? any.map(sectionRegex)
      : wordsOfRule({ ...entry, at, any }, groups).flatMap(labelRegexes);
  return regexes.map((regex) => ({ id, tier, regex }));
}

/**
 * @returns a word as hosts write it. A label with letters beyond ASCII becomes `xn--` and a code of the whole label (RFC 3492), in
 * which no part of the label can be found. So a rule with such a word matches it only as a whole label.
 */
function asHostsHoldIt(word: string): string {
  return /[^\0-\x7f]/.test(word)
    ? new URL(`http://${word}.example/`).hostname.replace(/\.example$/, '')
    : word;
}

/** The position of a place that must not be shortened, because an ordinary word begins like it: it needs a boundary after it. */
const BOUNDED: Partial<Record<Position, Position>> = {
  start: 'closing',
  opening: 'word',
  anywhere: 'closing',
};

/** @returns a rule's own words and its places. If places are cut, those that cannot be cut count only with a boundary after them. */
function wordsOfRule(entry: NameEntry & { at: Position }, groups: readonly PlaceGroup[]): LabelWords[] {
  const { at, any, places, cut, notEnding = [], ...rest } = entry;
  if (places === undefined) return [{ ...rest, at, any }];
  const chosen = groups.filter(({ id }) => places.includes('all') || places.includes(id));
  const names = chosen
    .flatMap((group) => group.names)
    .filter((name) => !notEnding.some((ending) => isLonger(name.replace('|', ''), ending)));
  const written = (name: string) => name.replaceAll(' ', '-?');
  if (!cut) return [{ ...rest, at, any: [...any, ...names.map((name) => written(name.replace('|', '')))] }];
  const [whole, shortened] = [
    names.filter((name) => !name.includes('|')),
    names.filter((name) => name.includes('|')),
  ];
  const beginnings = shortened.map((name) => written(name.slice(0, name.indexOf('|'))));
  // A tail after a whole place is its boundary. After a cut place, the rest of the place and more words may precede the tail.
  const tail = rest.tail && { begun: `${IN_LABEL}${rest.tail}`, whole: `-?${rest.tail}` };
  return [
    { ...rest, at, any: [...any, ...beginnings], ...(tail && { tail: tail.begun }) },
    {
      ...rest,
      at: tail ? at : (BOUNDED[at] ?? at),
      any: whole.map(written),
      ...(tail && { tail: tail.whole }),
    },
  ];
}

/** @returns true for a place that has this ending and more before it: Salisbury, but not Bury. */
function isLonger(place: string, ending: string): boolean {
  return place.endsWith(ending) && place !== ending;
}

/** Compiles exclusions of one form together: no match says which of them lifted it, and fewer regexes hold their words. */
function compileExclusions(entries: readonly ExclusionEntry[]): string[] {
  const form = ({ at, lead = '', tail = '', under = [] }: ExclusionEntry) =>
    JSON.stringify([at, lead, tail, [...under].sort()]);
  return [...Map.groupBy(entries, form).values()].flatMap((alike) => {
    const [{ at, lead, tail, under }] = alike as [ExclusionEntry];
    const any = [...new Set(alike.flatMap((entry) => entry.any))].sort();
    if (at === 'host') return hostRegexes(any);
    if (at === 'carried') return carriedRegexes(any);
    return labelRegexes({
      at,
      any,
      lifting: true,
      ...(lead && { lead }),
      ...(tail && { tail }),
      ...(under && { under }),
    });
  });
}

function compileSearches({ engines, searches, searchExclusions }: ListEntries): CompiledSearches {
  const sorted = (of: (engine: ListEntries['engines'][number]) => string[]) =>
    [...new Set(engines.flatMap(of))].sort();
  return {
    engines: sorted(({ hosts }) => hosts),
    services: sorted(({ services }) => services),
    links: sorted(({ links }) => links),
    fragments: sorted(({ fragments }) => fragments ?? []),
    phrases: searches.map(({ id, any }) => ({ id, any })).sort(byId),
    exclusions: withoutMarks(searchExclusions.flatMap(({ any }) => any)).sort(),
    woken: wakingExpression(
      engines.flatMap(({ hosts }) => hosts),
      searches.flatMap(({ tells }) => tells),
    ),
  };
}

function compileWrapper(entry: WrapperEntry): CompiledWrapper {
  const { host, tier, anySuffix, target, key, path } = entry;
  return {
    id: wrapperId(entry),
    tier,
    host,
    ...(anySuffix && { anySuffix }),
    target,
    ...(key !== undefined && { key }),
    ...(path !== undefined && { path }),
  };
}

function byIdAndForm(a: CompiledWrapper, b: CompiledWrapper): number {
  const form = ({ target, key, path }: CompiledWrapper) => `${target} ${key} ${path}`;
  return byId(a, b) || (form(a) < form(b) ? -1 : 1);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
