/** Generates random entries and addresses from few labels, so that they collide and compete. Defines in plain code what entries mean. */
import fc from 'fast-check';
import { POSITIONS, type Position } from '../../../utils/pattern/host-regex.ts';
import {
  type CompiledList,
  type ListSelection,
  type PatternKind,
  TIERS,
} from '../../../utils/pattern/types.ts';
import { smallList } from './small-list.ts';

const label = fc.constantFrom('a', 'ab', 'brand', 'x-brand', 'brand-2');
const suffix = fc.constantFrom('com', 'co.uk');
export const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 2 }), suffix)
  .map(([labels, end]) => [...labels, end].join('.'));
export const section = fc.constantFrom('/for', '/for/sale', '/s');
const path = fc
  .tuple(
    fc.constantFrom('', '/for', '/FOR', '/for/sale', '/form', '/s', '/x'),
    fc.constantFrom('', '/', '/more', '?q=/for'),
  )
  .map((parts) => parts.join(''));

/** Where a name or an exclusion looks, and for which word. */
interface Word {
  at: Position | 'section' | 'host';
  word: string;
}
const word = fc.constantFrom('a', 'b', 'brand', 'x');
const inLabel = fc.record({ at: fc.constantFrom(...POSITIONS), word });
const name: fc.Arbitrary<Word> = fc.oneof(
  { weight: 4, arbitrary: inLabel },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('section' as const), word: section }) },
);
const exclusion: fc.Arbitrary<Word> = fc.oneof(
  { weight: 3, arbitrary: inLabel },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('host' as const), word: host }) },
);

export interface World {
  hosts: { core: string[]; extended: string[]; broad: string[]; archives: string[] };
  paths: { host: string; section: string }[];
  brands: string[];
  names: Word[];
  exclusions: Word[];
}
export const world: fc.Arbitrary<World> = fc.record({
  hosts: fc.record({
    core: fc.uniqueArray(host, { maxLength: 3 }),
    extended: fc.uniqueArray(host, { maxLength: 2 }),
    broad: fc.uniqueArray(host, { maxLength: 2 }),
    archives: fc.uniqueArray(host, { maxLength: 1 }),
  }),
  paths: fc.uniqueArray(fc.record({ host, section }), { maxLength: 3 }),
  brands: fc.uniqueArray(label, { maxLength: 1 }),
  names: fc.array(name, { maxLength: 2 }),
  exclusions: fc.array(exclusion, { maxLength: 1 }),
});
export const selection: fc.Arbitrary<ListSelection> = fc.record({
  tiers: fc.subarray([...TIERS], { minLength: 1 }),
  names: fc.boolean(),
  wrappers: fc.boolean(),
  searches: fc.constant(false),
});

export interface Asked {
  scheme: string;
  user: string;
  host: string;
  upper: boolean;
  dot: string;
  port: string;
  path: string;
}
export const address: fc.Arbitrary<Asked> = fc.record({
  scheme: fc.constantFrom('http', 'https', 'HTTPS', 'https', 'ftp'),
  user: fc.constantFrom('', 'user@', 'a.com@'),
  host,
  upper: fc.boolean(),
  dot: fc.constantFrom('', '.'),
  port: fc.constantFrom('', ':8443'),
  path,
});
export function urlOf({ scheme, user, host: written, upper, dot, port, path: rest }: Asked): string {
  return `${scheme}://${user}${upper ? written.toUpperCase() : written}${dot}${port}${rest || '/'}`;
}

/** Wrappers of each kind. None of their own labels contains a word of this world. */
const WRAPPERS = [
  { host: 'tr.test', target: 'host-dashes' },
  { host: 'get.test', target: 'query', key: 'in' },
  { host: 'old.test', target: 'path', key: '/web/[0-9]+/', tier: 'archives' },
  { host: 'maps.engine', anySuffix: true, target: 'query', key: 'u', path: '/show' },
] as const;

export function listOf({ hosts, paths, brands, names, exclusions }: World): CompiledList {
  return smallList({
    hosts,
    paths: paths.map(({ host: site, section: begins }) => ({
      host: site,
      section: begins.slice(1),
      regex: `${begins}(?:[/?#]|$)`,
    })),
    brands: brands.map((one) => ({ label: one })),
    names: names.map((one) => ({ at: one.at as Position, any: [one.word] })),
    exclusions: exclusions.map((one) => ({ at: one.at as Position, any: [one.word] })),
    wrappers: WRAPPERS,
  });
}

/** "A domain and its subdomains", as simply as possible. */
export const within = (one: string, site: string) => one === site || one.endsWith(`.${site}`);
/** "A section of a general site": the path begins with it, and ends there or continues with a slash, ignoring case. */
export const inSection = (rest: string, begins: string) => {
  const asked = (rest.split('?')[0] ?? '').toLowerCase();
  return asked === begins || asked.startsWith(`${begins}/`);
};
/** "A brand": the label directly before the public suffix. */
const registrable = (one: string) =>
  one
    .replace(/\.(?:co\.uk|com)$/, '')
    .split('.')
    .at(-1) ?? '';

/** What separates words in a label. */
const BOUNDARIES = [...'-0123456789'];

/** What each position means for a label and a word. */
const STANDS: Record<Position, (label: string, word: string) => boolean> = {
  whole: (one, text) => one === text,
  start: (one, text) => one.startsWith(text),
  end: (one, text) => one.endsWith(text),
  closing: (one, text) => one.endsWith(text) || BOUNDARIES.some((after) => one.includes(text + after)),
  token: (one, text) => one.split('-').includes(text),
  opening: (one, text) => one.startsWith(text) || BOUNDARIES.some((before) => one.includes(before + text)),
  word: (one, text) =>
    ['', ...BOUNDARIES].some((before) =>
      ['', ...BOUNDARIES].some((after) => {
        const [begin, end] = [before === '' ? '^' : before, after === '' ? '$' : after];
        return `^${one}$`.includes(begin + text + end);
      }),
    ),
  inside: (one, text) => one.includes(text),
  ending: (one, text) => STANDS.closing(one, text),
  anywhere: (one, text) => one.includes(text),
};
const IN_ANY_LABEL: readonly Position[] = ['opening', 'word', 'inside', 'ending'];
function says({ at, word: text }: Word, asked: Pick<Asked, 'host' | 'path'>): boolean {
  if (at === 'host') return within(asked.host, text);
  if (at === 'section') return asked.path.toLowerCase().startsWith(text);
  if (IN_ANY_LABEL.includes(at)) return asked.host.split('.').some((one) => STANDS[at](one, text));
  return STANDS[at](registrable(asked.host), text);
}

/** @returns how the entries classify this address, only by the definitions. */
export function meaning(
  { hosts, paths, brands, names, exclusions }: World,
  { tiers, names: guesses }: ListSelection,
  asked: Pick<Asked, 'host' | 'path'>,
): PatternKind | null {
  if (tiers.some((tier) => hosts[tier].some((site) => within(asked.host, site)))) return 'host';
  if (tiers.includes('core')) {
    if (paths.some((one) => within(asked.host, one.host) && inSection(asked.path, one.section)))
      return 'path';
    if (brands.includes(registrable(asked.host))) return 'brand';
  }
  const guessed = guesses && names.some((one) => says(one, asked));
  return guessed && !exclusions.some((one) => says(one, asked)) ? 'name' : null;
}
