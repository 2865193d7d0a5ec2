import fc from 'fast-check';
import { expect, test } from 'vitest';
import { match } from '../../../utils/pattern/match.ts';
import { parseOwnPatterns } from '../../../utils/pattern/own-pattern.ts';
import { type ListSelection, TIERS } from '../../../utils/pattern/types.ts';
import { smallList } from './small-list.ts';

/** Few labels, so that random hosts and random entries meet, and stand in each other's way. */
const label = fc.constantFrom('a', 'ab', 'brand', 'x-brand');
const suffix = fc.constantFrom('com', 'co.uk');
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 2 }), suffix)
  .map(([labels, end]) => [...labels, end].join('.'));
const section = fc.constantFrom('/for', '/for/sale', '/s');
const path = fc
  .tuple(
    fc.constantFrom('', '/for', '/FOR', '/for/sale', '/form', '/s', '/x'),
    fc.constantFrom('', '/', '/more', '?q=/for'),
  )
  .map((parts) => parts.join(''));

const entries = fc.record({
  hosts: fc.record({
    core: fc.uniqueArray(host, { maxLength: 3 }),
    extended: fc.uniqueArray(host, { maxLength: 2 }),
    broad: fc.uniqueArray(host, { maxLength: 2 }),
  }),
  paths: fc.uniqueArray(fc.record({ host, section }), { maxLength: 3 }),
  brands: fc.uniqueArray(label, { maxLength: 1 }),
});
const selection: fc.Arbitrary<ListSelection> = fc.record({
  tiers: fc.subarray([...TIERS], { minLength: 1 }),
  names: fc.boolean(),
  wrappers: fc.boolean(),
});
const address = fc.record({
  scheme: fc.constantFrom('http', 'https', 'HTTPS', 'https', 'ftp'),
  user: fc.constantFrom('', 'user@', 'a.com@'),
  host,
  upper: fc.boolean(),
  dot: fc.constantFrom('', '.'),
  port: fc.constantFrom('', ':8443'),
  path,
});

/** "A domain and its subdomains", in the plainest words there are. */
const within = (name: string, site: string) => name === site || name.endsWith(`.${site}`);
/** "A section of a general site": the path begins with it, and it ends there or at a slash, whatever the capitals. */
const inSection = (rest: string, begins: string) => {
  const asked = (rest.split('?')[0] ?? '').toLowerCase();
  return asked === begins || asked.startsWith(`${begins}/`);
};
/** "A brand": the label right before the public suffix. */
const brandOf = (name: string) =>
  name
    .replace(/\.(?:co\.uk|com)$/, '')
    .split('.')
    .at(-1);

test('what is compiled matches exactly what the entries mean', () => {
  let matched = 0;
  fc.assert(
    fc.property(entries, selection, address, ({ hosts, paths, brands }, chosen, asked) => {
      const list = smallList({
        hosts,
        paths: paths.map(({ host: site, section: begins }) => ({
          host: site,
          section: begins.slice(1),
          regex: `${begins}(?:[/?#]|$)`,
        })),
        brands: brands.map((name) => ({ label: name })),
      });
      const nobody = { policy: [], user: [] };
      const name = asked.upper ? asked.host.toUpperCase() : asked.host;
      const url = `${asked.scheme}://${asked.user}${name}${asked.dot}${asked.port}${asked.path || '/'}`;
      const found = match(url, { list, selection: chosen, blocked: nobody, allowed: nobody });

      const core = chosen.tiers.includes('core');
      const byHost = TIERS.some(
        (tier) =>
          chosen.tiers.includes(tier) &&
          (tier === 'archives' ? [] : hosts[tier]).some((site) => within(asked.host, site)),
      );
      const byPath =
        core && paths.some((one) => within(asked.host, one.host) && inSection(asked.path, one.section));
      const byBrand = core && brands.some((one) => brandOf(asked.host) === one);
      const covered = asked.scheme !== 'ftp' && (byHost || byPath || byBrand);
      expect(found !== null, url).toBe(covered);
      if (!found) return;
      matched += 1;
      expect(found.kind).toBe(byHost ? 'host' : byPath ? 'path' : 'brand');
      expect(within(asked.host, found.site)).toBe(true);
    }),
    { numRuns: 1_500 },
  );
  expect(matched).toBeGreaterThan(0);
});

test('a person’s lines cover exactly what they say, and blocked stands above allowed', () => {
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
      const patterns = (some: typeof mine) => parseOwnPatterns(some.map(({ text }) => text)).patterns;
      const url = `${asked.scheme}://${asked.user}${asked.host}${asked.dot}${asked.port}${asked.path || '/'}`;
      const found = match(url, {
        list,
        selection: { tiers: ['core'], names: true, wrappers: true },
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
