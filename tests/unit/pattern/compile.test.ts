import list from 'virtual:compiled-list';
import { describe, expect, test } from 'vitest';
import { compileList } from '../../../utils/pattern/compile.ts';
import type { ListEntries } from '../../../utils/pattern/entry.ts';
import { labelRegexes } from '../../../utils/pattern/host-regex.ts';
import { cost, MOST, pack } from '../../../utils/pattern/regex-cost.ts';

const none: ListEntries = { hosts: [], paths: [], brands: [], names: [], exclusions: [], wrappers: [] };
const proof = { sources: ['K'], added: '2026-01-01', reviewed: '2026-01-02' };

describe('the compiled list', () => {
  test('holds the check address', () => {
    expect(list.hosts.core).toContain('\ncheck.second-thought.test\n');
  });

  test('holds each tier sorted between line feeds', () => {
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
  test('words are shared out without losing one', () => {
    const words = Array.from({ length: 50 }, (_, index) => 'w'.repeat((index % 20) + 1));
    const groups = pack(words, 40);
    expect(groups.flat()).toEqual(words);
    for (const group of groups) expect(40 + cost(group.join('|'))).toBeLessThanOrEqual(MOST);
  });

  test('every regex of the list stays below what Chromium takes', () => {
    const regexes = [...list.paths, ...list.brands, ...list.names].map(({ regex }) => regex);
    for (const regex of [...regexes, ...list.nameExclusions]) {
      expect(cost(regex), regex).toBeLessThanOrEqual(MOST);
    }
  });

  test('they use half of the browsers’ 1,000 regex rules at most', () => {
    // Sections and brands take a rule for pages and one for frames; names and exclusions one each.
    const rules =
      2 * (list.paths.length + list.brands.length) + list.names.length + list.nameExclusions.length;
    expect(rules).toBeLessThan(490);
  });
});
