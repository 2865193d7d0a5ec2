/** Tests the matcher against a plain definition of what entries mean, with random lists, addresses and lines of a person. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { match } from '../../../utils/pattern/match.ts';
import { smallList } from './small-list.ts';
import {
  address,
  host,
  inSection,
  listOf,
  meaning,
  section,
  selection,
  urlOf,
  within,
  world,
} from './small-world.ts';

const nobody = { policy: [], user: [] };

test('what is compiled matches exactly what the entries mean', () => {
  const seen = new Set<string | undefined>();
  fc.assert(
    fc.property(world, selection, address, (entries, chosen, asked) => {
      const url = urlOf(asked);
      const found = match(url, {
        list: listOf(entries),
        selection: chosen,
        blocked: nobody,
        allowed: nobody,
      });
      expect(found?.kind ?? null, url).toBe(asked.scheme === 'ftp' ? null : meaning(entries, chosen, asked));
      seen.add(found?.kind);
      if (!found) return;
      expect(within(asked.host, found.site)).toBe(true);
      expect(found.by).toBe('list');
    }),
    { numRuns: 1_500 },
  );
  expect(seen).toEqual(new Set([undefined, 'host', 'path', 'brand', 'name']));
});

/** How each wrapper shows an address, and in which tier the wrapper is. */
const ways = [
  {
    tier: 'core',
    wrapper: 'tr.test',
    outside: (inside: string) => {
      const { hostname, pathname } = new URL(inside);
      return { host: `${hostname.replaceAll('-', '--').replaceAll('.', '-')}.tr.test`, path: pathname };
    },
  },
  {
    tier: 'core',
    wrapper: 'get.test',
    outside: (inside: string) => ({
      host: 'www.get.test',
      path: `/x?to=en&in=${encodeURIComponent(inside)}`,
    }),
  },
  {
    tier: 'archives',
    wrapper: 'old.test',
    outside: (inside: string) => ({ host: 'old.test', path: `/web/2018/${inside.replace('://', ':/')}` }),
  },
  {
    tier: 'core',
    wrapper: 'maps.engine.*',
    outside: (inside: string) => ({
      host: 'maps.engine.co.uk',
      path: `/show?u=${encodeURIComponent(`https://get.test/?in=${encodeURIComponent(inside)}`)}`,
    }),
  },
] as const;

test('inside a wrapper all counts, what is listed before what is guessed, and an archive only where archives do', () => {
  let matched = 0;
  fc.assert(
    fc.property(world, selection, address, fc.constantFrom(...ways), (entries, chosen, asked, way) => {
      fc.pre(asked.scheme !== 'ftp' && !asked.path.includes('?'));
      const shown = way.outside(urlOf({ ...asked, user: '', dot: '', port: '' }));
      const found = match(`https://${shown.host}${shown.path}`, {
        list: listOf(entries),
        selection: chosen,
        blocked: nobody,
        allowed: nobody,
      });
      // The wrapper's own address is checked first, because a name rule may match its path.
      const direct = meaning(entries, chosen, shown);
      const counts = chosen.wrappers && chosen.tiers.includes(way.tier);
      const inside = counts ? meaning(entries, chosen, asked) : null;
      const wrapped = inside && 'wrapper';
      const listed = (kind: typeof direct) => kind !== null && kind !== 'name';
      const expected = listed(direct) || !listed(inside) ? (direct ?? wrapped) : wrapped;
      expect(found?.kind ?? null).toBe(expected);
      if (found?.kind !== 'wrapper') return;
      matched += 1;
      expect(found).toMatchObject({ by: 'list', wrapper: way.wrapper, site: shown.host });
    }),
    { numRuns: 1_500 },
  );
  expect(matched).toBeGreaterThan(0);
});

test('a person’s lines cover exactly what they say, and blocked outranks allowed', () => {
  const line = fc.oneof(
    host.map((site) => ({ text: site, covers: (name: string, _rest: string) => within(name, site) })),
    host.map((site) => ({ text: `=${site}`, covers: (name: string, _rest: string) => name === site })),
    fc.tuple(host, section).map(([site, begins]) => ({
      text: `${site}${begins}/*`,
      covers: (name: string, rest: string) => within(name, site) && inSection(rest, begins),
    })),
  );
  const lines = fc.array(line, { maxLength: 3 });
  const list = smallList({ hosts: { core: ['com'] } });
  fc.assert(
    fc.property(lines, lines, lines, lines, address, (mine, theirs, mineAllowed, theirsAllowed, asked) => {
      fc.pre(asked.scheme !== 'ftp');
      const patterns = (some: typeof mine) => parseCustomPatterns(some.map(({ text }) => text)).patterns;
      const url = urlOf(asked);
      const found = match(url, {
        list,
        selection: { tiers: ['core'], names: true, wrappers: true, searches: false },
        blocked: { policy: patterns(theirs), user: patterns(mine) },
        allowed: { policy: patterns(theirsAllowed), user: patterns(mineAllowed) },
      });
      const says = (some: typeof mine) => some.some(({ covers }) => covers(asked.host, asked.path));
      const listed = asked.host.endsWith('.com') && !says(theirsAllowed) && !says(mineAllowed);
      const by = says(theirs) ? 'policy' : says(mine) ? 'user' : listed ? 'list' : null;
      expect(found?.by ?? null, url).toBe(by);
    }),
    { numRuns: 1_500 },
  );
});
