/** Tests what the matcher answers for each kind of entry, and which addresses it finds inside wrappers. */
import { describe, expect, test } from 'vitest';
import { hostAndParents, parseAddress } from '../../../utils/pattern/address.ts';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { match, type Recognition } from '../../../utils/pattern/match.ts';
import { DEFAULT_TIERS, TIERS } from '../../../utils/pattern/types.ts';
import { smallList } from './small-list.ts';

const list = smallList({
  hosts: { core: ['listed.test'], archives: ['old-copies.test'] },
  paths: [{ host: 'general.test', section: 'ads', regex: '/ads(?:[/?#]|$)', tier: 'extended' }],
  brands: [
    { label: 'brand', tier: 'broad' },
    { label: 'other', section: 'ads', regex: '/ads(?:[/?#]|$)' },
  ],
  names: [{ id: 'words', at: 'anywhere', any: ['word'], tier: 'extended' }],
  exclusions: [{ any: ['crossword'] }, { at: 'host', any: ['keyword.test'] }],
  wrappers: [
    { host: 'tr.test', target: 'host-dashes' },
    { host: 'reader.test', target: 'query' },
    { host: 'translator.test', target: 'query', key: 'a' },
    { host: 'proxy.test', target: 'path' },
    { host: 'archive.test', target: 'path', key: '/(?:[0-9]+|newest)/', tier: 'archives' },
    { host: 'maps.engine', anySuffix: true, target: 'query', key: 'u', path: '/show' },
    { host: 'engine', anySuffix: true, target: 'path', key: '/amp/(?:s/)?' },
    { host: 'cors.test', target: 'whole-query' },
  ],
});
const none = { policy: [], user: [] };
const everything: Recognition = {
  list,
  selection: { tiers: TIERS, names: true, wrappers: true, searches: false },
  blocked: none,
  allowed: none,
};
const own = (...lines: string[]) => parseCustomPatterns(lines).patterns;

describe('says what matched, who listed it, and which site a pass is for', () => {
  test.each([
    [
      'a host',
      'https://www.listed.test/a',
      { kind: 'host', by: 'list', id: 'listed.test', tier: 'core', site: 'listed.test' },
    ],
    [
      'a section',
      'https://m.general.test/ADS/1',
      { kind: 'path', by: 'list', id: 'general.test#ads', tier: 'extended', site: 'general.test' },
    ],
    [
      'a brand',
      'https://m.brand.co.uk/',
      { kind: 'brand', by: 'list', id: 'brand.*', tier: 'broad', site: 'm.brand.co.uk' },
    ],
    [
      'a brand’s section',
      'https://other.test/ads',
      { kind: 'brand', by: 'list', id: 'other.*#ads', tier: 'core', site: 'other.test' },
    ],
    [
      'a name',
      'https://swords.test/',
      { kind: 'name', by: 'list', id: 'words', tier: 'extended', site: 'swords.test' },
    ],
    [
      'what is inside a wrapper',
      'https://listed-test.tr.test/',
      {
        kind: 'wrapper',
        by: 'list',
        id: 'listed.test',
        tier: 'core',
        wrapper: 'tr.test',
        site: 'listed-test.tr.test',
      },
    ],
    [
      'the check address',
      'http://a.check.second-thought.test/',
      { kind: 'host', by: 'list', id: 'check.second-thought.test', site: 'check.second-thought.test' },
    ],
  ])('%s', (_what, url, result) => expect(match(url, everything)).toEqual(result));

  test('a person’s pattern, as it was written', () => {
    const blocked = { policy: own('Policy.test/A/*'), user: own('=mine.test') };
    expect(match('https://www.policy.test/a/b', { ...everything, blocked })).toEqual({
      kind: 'own',
      by: 'policy',
      id: 'Policy.test/A/*',
      site: 'policy.test',
    });
    expect(match('https://mine.test/', { ...everything, blocked })).toEqual({
      kind: 'own',
      by: 'user',
      id: '=mine.test',
      site: 'mine.test',
    });
  });
});

test.each([
  'https://other.test/',
  'https://other.test/adscape',
  'https://crossword.test/',
  'https://a.keyword.test/',
  'https://test/',
  'https://listed.test../',
  'ftp://listed.test/',
  'listed.test',
])('leaves %s', (url) => expect(match(url, everything)).toBeNull());

test('the tiers that are on at first are core and extended', () => {
  expect(DEFAULT_TIERS).toEqual(['core', 'extended']);
});

describe('inside a wrapper', () => {
  const inside = (url: string, tiers = everything.selection.tiers) =>
    match(url, { ...everything, selection: { ...everything.selection, tiers } })?.id ?? null;

  test.each([
    ['https://www-listed-test.tr.test/a', 'listed.test'],
    ['https://old--copies-test.tr.test/', 'old-copies.test'],
    ['https://general-test.tr.test/ads/1', 'general.test#ads'],
    ['https://reader.test/?u=https%3A%2F%2Flisted.test%2F', 'listed.test'],
    ['https://reader.test/?u=listed.test', 'listed.test'],
    ['https://reader.test/?u=listed.test/%3Fa=https://x.test/', 'listed.test'],
    ['https://www.translator.test/x?to=en&a=HTTP://listed.test/', 'listed.test'],
    ['https://proxy.test/https://listed.test/a', 'listed.test'],
    ['https://proxy.test/http:/listed.test/a', 'listed.test'],
    ['https://proxy.test/HTTPS:/listed.test/a', 'listed.test'],
    ['https://proxy.test/listed.test', 'listed.test'],
    ['https://proxy.test/https%3A%2F%2Flisted.test', 'listed.test'],
    ['https://archive.test/2018/https://listed.test/', 'listed.test'],
    ['https://archive.test/NEWEST/listed.test/', 'listed.test'],
    ['https://maps.engine.de/show?a=1&u=listed.test', 'listed.test'],
    ['https://maps.engine.co.uk/SHOW/it?u=listed.test', 'listed.test'],
    ['https://www.engine.com/amp/s/listed.test/a', 'listed.test'],
    ['https://engine.com.br/amp/listed.test', 'listed.test'],
    ['https://cors.test/?https://listed.test/', 'listed.test'],
    ['https://cors.test/?https%3A%2F%2Flisted.test%2F', 'listed.test'],
    ['https://proxy.test/general.test/ads?a=b', 'general.test#ads'],
    ['https://proxy-test.tr.test/https://listed.test/', 'listed.test'],
    ['https://reader-test.tr.test/?u=listed.test', 'listed.test'],
    ['https://proxy.test/https://reader.test/?u=https%3A%2F%2Flisted.test%2F', 'listed.test'],
    ['https://www.engine.com/amp/s/proxy.test/archive.test/2018/http://listed.test/', 'listed.test'],
    ['https://swords-test.tr.test/', 'words'],
    // Escapes that are no UTF-8, and one that is no escape.
    ['https://proxy.test/https://listed.test/caf%E9', 'listed.test'],
    ['https://proxy.test/https%3A%2F%2Flisted.test%2F%FF%2E', 'listed.test'],
    ['https://proxy.test/listed.test/%', 'listed.test'],
  ])('%s: %s', (url, id) => expect(inside(url)).toBe(id));

  test.each([
    'https://tr.test/',
    'https://a.listed-test.tr.test/',
    'https://reader.test/?x=listed.test',
    'https://translator.test/?u=listed.test',
    'https://proxy.test/',
    'https://proxy.test/x/https://listed.test/',
    'https://proxy.test/xhttps:/listed.test/',
    'https://proxy.test/x?u=listed.test',
    'https://archive.test/about/listed.test/',
    'https://notproxy.test/listed.test',
    'https://reader.test/?u=ftp://listed.test/',
    'https://reader.test/?u=://',
    'https://reader.test/?u=x.test/https://listed.test/',
    'https://maps.engine.de/?u=listed.test',
    'https://maps.engine.example.test/show?u=listed.test',
    'https://engine.listed.example/amp/s/listed.test',
    'https://myengine.com/amp/s/listed.test',
    'https://engine.com/search?q=listed.test',
    'https://cors.test/?u=listed.test',
    'https://cors.test/',
    'https://proxy.test/proxy.test/proxy.test/proxy.test/listed.test',
  ])('nothing: %s', (url) => expect(inside(url)).toBeNull());

  test('an archive counts only where archives do, and switched off no wrapper does', () => {
    const url = 'https://archive.test/2018/https://listed.test/';
    expect(inside(url, ['core'])).toBeNull();
    expect(inside('https://proxy.test/listed.test', ['core'])).toBe('listed.test');
    const off = { ...everything, selection: { ...everything.selection, wrappers: false, searches: false } };
    expect(match(url, off)).toBeNull();
    expect(match('https://proxy.test/listed.test', off)).toBeNull();
  });

  test('the next wrapper is asked where one contains nothing', () => {
    const nested = smallList({
      hosts: { core: ['listed.test'] },
      wrappers: [
        { host: 'a.test', target: 'query' },
        { host: 'www.a.test', target: 'path' },
      ],
    });
    expect(match('https://www.a.test/listed.test', { ...everything, list: nested })?.wrapper).toBe(
      'www.a.test',
    );
  });
});

describe('an address', () => {
  test('is brought into one form', () => {
    expect(parseAddress('HTTPS://user:pass@WWW.Example.TEST.:8443/A?b=C#d')).toEqual({
      href: 'https://www.example.test/A?b=C',
      host: 'www.example.test',
      path: '/A',
      query: '?b=C',
    });
  });

  test.each([
    '',
    'example.test',
    'ftp://example.test/',
    'about:blank',
    'http://',
    'http://a../',
    'http://./',
  ])('%j is none', (text) => expect(parseAddress(text)).toBeNull());

  test('has its host and every parent as names, but none that is too long to be one', () => {
    expect([...hostAndParents('a.b.test')]).toEqual(['a.b.test', 'b.test', 'test']);
    expect([...hostAndParents('.test')]).toEqual(['.test', 'test']);
    const longest = `${'a'.repeat(248)}.test`;
    expect(longest.length).toBe(253);
    expect([...hostAndParents(longest)]).toEqual([longest, 'test']);
    expect([...hostAndParents(`a${longest}`)]).toEqual(['test']);
  });
});
