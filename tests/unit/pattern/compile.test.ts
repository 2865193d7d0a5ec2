/** Tests that the compiled list means what its entries say, in whatever order they are written, and fits browsers' limits. */
import list from 'virtual:compiled-list';
import { describe, expect, test } from 'vitest';
import { MOST_REGEXES } from '../../../scripts/build/rule-quotas.ts';
import { compileList } from '../../../utils/pattern/compile.ts';
import type { ListEntries } from '../../../utils/pattern/entry.ts';
import {
  hostRegexes,
  labelRegexes,
  labelSectionRegex,
  sectionRegex,
} from '../../../utils/pattern/host-regex.ts';
import { cost, MOST, pack, packTightly } from '../../../utils/pattern/regex-cost.ts';
import { RULESETS } from '../../../utils/pattern/registry.ts';
import { staticRules } from '../../../utils/pattern/rules.ts';
import { type SmallEntries, smallEntries, smallList } from './small-list.ts';

const none: ListEntries = {
  hosts: [],
  paths: [],
  brands: [],
  names: [],
  places: [],
  exclusions: [],
  wrappers: [],
  engines: [],
  searches: [],
  searchExclusions: [],
};
const proof = { sources: ['K'], added: '2026-01-01', reviewed: '2026-01-02' };

describe('the compiled list', () => {
  test('contains the check address', () => {
    expect(list.hosts.core).toContain('\ncheck.second-thought.test\n');
  });

  test('contains each tier sorted between line feeds', () => {
    for (const text of Object.values(list.hosts)) {
      expect(text.startsWith('\n') && text.endsWith('\n')).toBe(true);
      const hosts = text.split('\n').slice(1, -1);
      expect(hosts).toEqual([...new Set(hosts)].sort());
    }
  });

  test('does not depend on the order of the entries', () => {
    const host = (name: string, tier: 'core' | 'broad') =>
      ({ host: name, kind: 'buyer-forum', status: 'active', tier, ...proof }) as const;
    const hosts = [host('b.example', 'core'), host('a.example', 'core'), host('c.example', 'broad')];
    const one = compileList({ ...none, hosts });
    expect(compileList({ ...none, hosts: hosts.toReversed() })).toEqual(one);
    expect(one.hosts).toEqual({
      core: '\na.example\nb.example\n',
      extended: '\n',
      broad: '\nc.example\n',
      archives: '\n',
    });
    expect(one.version).toBe('2026-01-02');
  });
});

describe('each kind of entry', () => {
  test('a place that is cut is followed by anything up to the tail, and one that is whole by the tail at once', () => {
    const places = [{ id: 'some', title: 'Some', names: ['amst|erdam', 'roma'], ...proof }];
    const rule = { id: 'rule', at: 'opening', cut: true, tail: 'escort' } as const;
    const name = { ...rule, any: [], places: ['some'], reason: 'A test.', tier: 'extended' as const };
    const examples = { examples: ['amsterdam-escort.example'], counterExamples: [] };
    const { names } = compileList({ ...none, places, names: [{ ...name, ...examples, ...proof }] });
    const known = (host: string) => names.some(({ regex }) => new RegExp(regex).test(`https://${host}/`));
    const hosts = ['amsterdamhotelescort.nl', 'my-amstescorts.com', 'romaescort.it', 'roma-escort.it'];
    expect(hosts.filter(known)).toEqual(hosts);
    const others = ['romanticescort.com', 'amsterdam.escort.com', 'newamsterdamescort.com', 'amsterdam.nl'];
    expect(others.filter(known)).toEqual([]);
  });

  test('an exclusion may lift under some suffixes only', () => {
    const exclusion = {
      id: 'hire',
      at: 'anywhere',
      any: ['huren'],
      under: ['nl'],
      reason: 'Dutch.',
    } as const;
    const exclusions = [
      {
        ...exclusion,
        any: ['huren'],
        under: ['nl'],
        examples: ['huren.nl'],
        added: '2026-01-01',
        reviewed: '2026-01-01',
      },
    ];
    const { nameExclusions } = compileList({ ...none, exclusions });
    const lifted = (host: string) =>
      nameExclusions.some((regex) => new RegExp(regex).test(`https://${host}/`));
    expect(['autohuren.nl', 'www.huren-utrecht.nl'].filter(lifted)).toHaveLength(2);
    expect(['huren-berlin.de', 'huren.nl.example.com'].filter(lifted)).toEqual([]);
  });

  const entries: SmallEntries = {
    hosts: { archives: ['z.test', 'y.test'] },
    paths: [
      { host: 'b.test', section: 'ads', regex: '/ads/' },
      { host: 'a.test', section: 'b', regex: '/b/', tier: 'broad' },
      { host: 'a.test', section: 'ads', regex: '/ads/' },
    ],
    brands: [
      { label: 'two', section: 'ads', regex: '/ads/', tier: 'extended' },
      { label: 'two' },
      { label: 'one+', tier: 'broad' },
    ],
    names: [
      { id: 'section', at: 'section', any: ['/b/', '/a/'] },
      { id: 'label', at: 'start', any: ['word'], tier: 'extended' },
    ],
    exclusions: [{ any: ['zword'] }, { at: 'host', any: ['a.test'] }, { at: 'end', any: ['aword'] }],
    wrappers: [
      { host: 'z.test', target: 'query', key: 'u', tier: 'archives' },
      { host: 'a.test', target: 'host-dashes' },
    ],
  };
  const compiled = smallList(entries);

  test('has its id, its tier and its place in the order of ids', () => {
    const short = (some: readonly { id: string; tier: string }[]) =>
      some.map(({ id, tier }) => `${id} ${tier}`);
    expect(short(compiled.paths)).toEqual(['a.test#ads core', 'a.test#b broad', 'b.test#ads core']);
    expect(compiled.paths.map(({ host }) => host)).toEqual(['a.test', 'a.test', 'b.test']);
    expect(short(compiled.brands)).toEqual(['one+.* broad', 'two.* core', 'two.*#ads extended']);
    expect(short(compiled.names)).toEqual(['label extended', 'section core', 'section core']);
    expect(compiled.hosts.archives).toBe('\ny.test\nz.test\n');
  });

  test('says what it means as a regex, a brand word for word', () => {
    expect(compiled.paths[0]?.regex).toBe(sectionRegex('/ads/'));
    expect(compiled.brands.map(({ regex }) => regex)).toEqual([
      ...labelRegexes({ at: 'whole', any: ['one\\+'] }),
      ...labelRegexes({ at: 'whole', any: ['two'] }),
      labelSectionRegex('two', '/ads/'),
    ]);
    // The regexes of one rule keep their order.
    expect(compiled.names.map(({ regex }) => regex)).toEqual([
      ...labelRegexes({ at: 'start', any: ['word'] }),
      sectionRegex('/b/'),
      sectionRegex('/a/'),
    ]);
    expect(compiled.nameExclusions).toEqual(
      [
        ...labelRegexes({ at: 'whole', any: ['zword'] }),
        ...hostRegexes(['a.test']),
        ...labelRegexes({ at: 'end', any: ['aword'] }),
      ].sort(),
    );
  });

  test('a wrapper contains what finds the address, and nothing more', () => {
    expect(compiled.wrappers).toStrictEqual([
      { id: 'a.test', tier: 'core', host: 'a.test', target: 'host-dashes' },
      { id: 'z.test', tier: 'archives', host: 'z.test', target: 'query', key: 'u' },
    ]);
  });

  test('the order in the file changes nothing', () => {
    const whole = smallEntries(entries);
    const turned = Object.fromEntries(
      Object.entries(whole).map(([kind, some]) => [kind, some.toReversed()]),
    ) as unknown as ListEntries;
    // Within one rule, the words keep the order in which they are written.
    turned.names = whole.names;
    expect(compileList(turned)).toEqual(compiled);
    const named = { ...whole, names: whole.names.toReversed() };
    expect(compileList(named)).toEqual(compiled);
  });

  test('the version is the newest review of any kind, whatever the order; an empty list has none', () => {
    const reviewed = (host: string, date: string) => ({ host, target: 'query' as const, reviewed: date });
    const dates = ['2026-01-09', '2026-03-01', '2026-02-20'];
    for (const some of [dates, dates.toReversed()]) {
      const wrappers = some.map((date, index) => reviewed(`${index}.test`, date));
      expect(smallList({ ...entries, wrappers }).version).toBe('2026-03-01');
    }
    expect(compileList(none).version).toBe('');
    expect(compileList(none).hosts).toEqual({ core: '\n', extended: '\n', broad: '\n', archives: '\n' });
  });
});

describe('a regex on the registrable label', () => {
  const regex = new RegExp(labelRegexes({ at: 'whole', any: ['brandone', 'brand-two'] }).join('|'), 'i');
  const yes = [
    'http://brandone.com/',
    'https://www.brandone.co.uk/x?y#z',
    'https://user:pass@a.b.BRAND-TWO.xyz.:8443/',
    'http://brandone.com?x',
    'http://brandone.xn--p1ai/',
  ];
  const no = [
    'http://brandone.example.org/',
    'http://mybrandone.com/',
    'http://brandone-two.com/',
    'http://example.org/brandone.com',
    'http://example.org/?u=http://brandone.com/',
    'http://example.org/#@brandone.com/',
    'http://brandone.com@example.org/',
    'http://brandone.com.example.org/',
    'ftp://brandone.com/',
  ];
  test.each(yes)('knows %s', (address) => expect(regex.test(new URL(address).href)).toBe(true));
  test.each(no)('leaves %s', (address) => expect(regex.test(new URL(address).href)).toBe(false));
});

describe('the size of a regex', () => {
  test('words are distributed without losing one', () => {
    const words = Array.from({ length: 50 }, (_, index) => 'w'.repeat((index % 20) + 1));
    const groups = pack(words, 40);
    expect(groups.flat()).toEqual(words);
    for (const group of groups) expect(40 + cost(group.join('|'))).toBeLessThanOrEqual(MOST);
    const tight = packTightly(words, 40);
    expect(tight.flat().sort()).toEqual(words.toSorted());
    expect(tight.length).toBeLessThan(groups.length);
    for (const group of tight) expect(40 + cost(group.join('|'))).toBeLessThanOrEqual(MOST);
  });

  test('every regex of the list stays below what Chromium takes', () => {
    const regexes = [...list.paths, ...list.brands, ...list.names].map(({ regex }) => regex);
    for (const regex of [...regexes, ...list.nameExclusions]) {
      expect(cost(regex), regex).toBeLessThanOrEqual(MOST);
    }
  });

  test('the rules of the package have no more of them, and no larger ones, than Chromium takes', () => {
    const options = { destination: { kind: 'block' }, dotted: false, initiators: true } as const;
    const rules = RULESETS.flatMap((ruleset) => staticRules(ruleset, list, options)).filter(
      ({ condition }) => condition.regexFilter !== undefined,
    );
    expect(rules.length).toBeLessThanOrEqual(MOST_REGEXES.static);
    for (const { condition } of rules) expect(cost(condition.regexFilter ?? '')).toBeLessThanOrEqual(MOST);
  });
});
