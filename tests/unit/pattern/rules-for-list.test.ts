/** Tests the rules for a small list, by what a browser would do with them: which requests are redirected, blocked or let through. */
import { describe, expect, test } from 'vitest';
import { numberRules, SUBRESOURCES } from '../../../utils/pattern/dnr.ts';
import { PASS_ALARM, PRIORITY } from '../../../utils/pattern/registry.ts';
import { dynamicRules, passRule, staticRules } from '../../../utils/pattern/rules.ts';
import { decide } from './browser-rules.ts';
import { heldRules } from './held-rules.ts';
import { list, NOT_PAGES, options, own, recognition, rulesFor } from './rule-examples.ts';
import { smallList } from './small-list.ts';

describe('a listed site', () => {
  const rules = rulesFor({});

  test('gets nothing from itself; other sites may have its pictures, but neither show nor fetch its pages', () => {
    for (const type of NOT_PAGES.slice(1)) {
      const request = { url: 'https://cdn.listed.test/a', type };
      expect(decide(rules, { ...request, initiator: 'www.listed.test' }), type).toBe('block');
      const elsewhere = decide(rules, { ...request, initiator: 'news.test' });
      expect(elsewhere, type).toBe(type === 'object' || type === 'other' ? 'block' : null);
    }
    const plain = rulesFor({}, { initiators: false });
    const request = { url: 'https://listed.test/a', type: 'script', initiator: 'listed.test' } as const;
    expect(decide(plain, request)).toBeNull();
  });

  test('of the first tier is covered in its translated copy and that of its www., and no other wrapper has rules', () => {
    for (const name of ['listed-test', 'www-listed-test', 'with--dash-test']) {
      expect(decide(rules, { url: `https://${name}.tr.test/x` })).toBe('/notice.html');
    }
    for (const url of [
      'https://other-test.tr.test/',
      'https://more-test.tr.test/',
      'https://listed-test.reader.test/',
    ]) {
      expect(decide(rules, { url })).toBeNull();
    }
    const off = rulesFor({ selection: { ...recognition.selection, wrappers: false } });
    expect(decide(off, { url: 'https://listed-test.tr.test/' })).toBeNull();
  });

  test('is left out among the copies where no host can be named so: one such name costs Firefox the whole rule', () => {
    const rules = rulesFor({
      list: {
        ...list,
        hosts: {
          ...list.hosts,
          core: `\nxn--trkescort-q9a.com\n${'a'.repeat(58)}.test\nfine.test\n`,
          extended: '\n',
        },
      },
    });
    const copies = rules
      .flatMap(({ condition }) => condition.requestDomains ?? [])
      .filter((host) => host.endsWith('.tr.test'));
    expect(copies).toContain('www-fine-test.tr.test');
    expect(copies.some((host) => host.startsWith('aaa'))).toBe(true);
    for (const [label = ''] of copies.map((host) => host.split('.'))) {
      expect(label).not.toMatch(/^xn--/);
      expect(label.length).toBeLessThanOrEqual(63);
    }
  });

  test('a ruleset contains its own tier and nothing of another; translated copies have dynamic rules only', () => {
    const sites = [
      'listed.test',
      'more.test',
      'general.test/ads',
      'listed-test.tr.test',
      'check.second-thought.test',
    ];
    const coveredBy = (...[ruleset]: Parameters<typeof staticRules>) =>
      sites.filter(
        (site) => decide(staticRules(ruleset, list, options), { url: `https://${site}` }) !== null,
      );
    expect(coveredBy('check', list, options)).toEqual(['check.second-thought.test']);
    expect(coveredBy('core', list, options)).toEqual(['listed.test', 'general.test/ads']);
    expect(coveredBy('extended', list, options)).toEqual(['more.test']);
    expect(coveredBy('broad', list, options)).toEqual([]);
    expect(coveredBy('names', list, options)).toEqual([]);
  });
});

describe('rules are few', () => {
  const hosts = Array.from({ length: 5_000 }, (_, index) => `made-up-${index}.test`);
  const long = smallList({ hosts: { core: hosts } });

  test('however many hosts there are, three name them all, unless a file is to pack well', () => {
    expect(staticRules('core', long, options)).toHaveLength(3);
    expect(staticRules('core', long, { ...options, parted: true }).length).toBeGreaterThan(3);
    expect(staticRules('broad', long, options)).toEqual([]);
  });

  test('expressions are kept for what hosts cannot say: browsers take 1,000', () => {
    const rules = staticRules('core', list, options);
    const expressions = rules.flatMap(({ condition }) => condition.regexFilter ?? []);
    expect(rules).toHaveLength(5);
    expect(expressions).toHaveLength(2);
    for (const expression of expressions) expect(expression).toContain('/ads');
  });
});

describe('names', () => {
  const guessing = smallList({
    names: [{ any: ['word'], at: 'anywhere' }],
    exclusions: [{ any: ['crossword'] }],
  });
  const rules = heldRules({ ...recognition, list: guessing }, options);

  test('cover pages alone, and an exclusion lifts them', () => {
    expect(decide(rules, { url: 'https://swords.test/' })).toBe('/notice.html');
    for (const type of NOT_PAGES)
      expect(decide(rules, { url: 'https://swords.test/', type }), type).toBeNull();
    expect(decide(rules, { url: 'https://crossword.test/' })).toBe('allow');
    expect(decide(rules, { url: 'https://crossword.test/', type: 'sub_frame' })).toBe('allow');
    expect(decide(rules, { url: 'https://crossword.test/', type: 'image' })).toBeNull();
  });

  test('are lifted by the package alone: each expression counts once against what people may add', () => {
    for (const destination of [options.destination, { kind: 'block' } as const]) {
      const dynamic = dynamicRules({ ...recognition, list: guessing }, { ...options, destination });
      expect(dynamic.filter(({ priority }) => priority === PRIORITY.nameExclusion)).toEqual([]);
      const held = heldRules({ ...recognition, list: guessing }, { ...options, destination });
      expect(decide(held, { url: 'https://crossword.test/' })).toBe('allow');
      expect(decide(held, { url: 'https://swords.test/' })).toBe(
        destination.kind === 'block' ? 'block' : '/notice.html',
      );
    }
  });

  test('have no rules where they are switched off, or where expressions must be plain', () => {
    const off = { ...recognition, list: guessing, selection: { ...recognition.selection, names: false } };
    expect(decide(dynamicRules(off, options), { url: 'https://swords.test/' })).toBeNull();
    const plain = { ...options, plainExpressions: true };
    expect(staticRules('names', guessing, plain)).toEqual([]);
  });
});

test('plain expressions: a rule for each alternative, and nothing is covered that was not', () => {
  const plain = rulesFor({}, { plainExpressions: true });
  expect(plain.length).toBeGreaterThan(rulesFor({}).length);
  expect(plain.map(({ condition }) => condition.regexFilter ?? '').join()).not.toContain('|');
  for (const [url, result] of [
    ['https://general.test/ads', '/notice.html'],
    ['https://general.test/ads/1', '/notice.html'],
    ['https://general.test/adscape', null],
    ['https://other.test/ads', null],
    ['https://listed.test/', '/notice.html'],
  ] as const) {
    expect(decide(plain, { url }), url).toBe(result);
  }
});

test('a pass lifts all rules of one site: in its tab, or in every tab where the browser knows no tabs', () => {
  const rules = rulesFor({ blocked: { policy: own('listed.test'), user: [] } });
  const url = 'https://www.listed.test/';
  const inOne = [...rules, passRule('listed.test', 7, options)];
  const inAll = [...rules, passRule('listed.test', null, options)];
  expect(decide(inOne, { url, tab: 7 })).toBe('allow');
  expect(decide(inOne, { url, tab: 8 })).toBe('/notice.html');
  expect(decide(inOne, { url: 'https://more.test/', tab: 7 })).toBe('/notice.html');
  expect(decide(inAll, { url, tab: 8 })).toBe('allow');
  expect(passRule('listed.test', null, options).condition).not.toHaveProperty('tabIds');
});

test('numbers count up from the first, and the rule stays what it was', () => {
  const rules = [passRule('a.test', 1, options), passRule('b.test', 2, options)];
  const numbered = numberRules(rules, 5);
  expect(numbered.map(({ id }) => id)).toEqual([5, 6]);
  expect(numbered.map(({ id: _, ...rule }) => rule)).toEqual(rules);
});

test('what other files and stored data go by', () => {
  expect(SUBRESOURCES).toEqual(NOT_PAGES);
  expect(PASS_ALARM).toBe('pass:');
  expect(PRIORITY.pass).toBeGreaterThan(PRIORITY.checkWithAddress);
});
