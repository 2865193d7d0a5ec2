/** Tests which addresses a regex for a word, host or section matches, alone or joined with others, and how its size is counted. */
import { describe, expect, test } from 'vitest';
import {
  carriedRegexes,
  hostRegexes,
  type LabelWords,
  labelRegexes,
  labelSectionRegex,
  literal,
  sectionRegex,
} from '../../../utils/pattern/host-regex.ts';
import { isHostRegex, joinRegexes } from '../../../utils/pattern/join-regexes.ts';
import { cost, MOST, pack } from '../../../utils/pattern/regex-cost.ts';

const knows = (regexes: readonly string[], address: string) =>
  regexes.some((regex) => new RegExp(regex, 'i').test(new URL(address).href));
const hosts = (words: LabelWords, names: readonly string[]) =>
  names.filter((name) => knows(labelRegexes(words), `https://${name}/`));

describe('where a word is in the registrable label', () => {
  const names = [
    'spa.test',
    'spain.test',
    'myspa.test',
    'spa24.test',
    'spa-day.test',
    'my-spa.test',
    'a-spa-b.test',
    'aspab.test',
    'spa.example.test',
    'other.test',
  ];
  const opening = ['spa.test', 'spain.test', 'spa24.test', 'spa-day.test', 'my-spa.test', 'a-spa-b.test'];
  test.each([
    ['whole', ['spa.test']],
    ['start', ['spa.test', 'spain.test', 'spa24.test', 'spa-day.test']],
    ['end', ['spa.test', 'myspa.test', 'my-spa.test']],
    ['closing', ['spa.test', 'myspa.test', 'spa24.test', 'spa-day.test', 'my-spa.test', 'a-spa-b.test']],
    ['token', ['spa.test', 'spa-day.test', 'my-spa.test', 'a-spa-b.test']],
    ['opening', [...opening, 'spa.example.test']],
    ['word', [...opening.filter((name) => name !== 'spain.test'), 'spa.example.test']],
    ['inside', names.slice(0, 9)],
    ['ending', [...names.slice(0, 1), ...names.slice(2, 7), 'spa.example.test']],
    ['anywhere', names.slice(0, 8)],
  ] as const)('%s', (at, expected) => expect(hosts({ at, any: ['spa'] }, names)).toEqual(expected));
});

test('a name that another site’s subdomain only carries has three labels or more behind it', () => {
  const names = [
    'spa.example.test',
    'myspa.co.example.test',
    'spa.test',
    'a.b.c.spa.test',
    'spa.a.b.example.test',
  ];
  expect(names.filter((name) => knows(carriedRegexes(['spa']), `https://${name}/`))).toEqual([
    'myspa.co.example.test',
    'spa.a.b.example.test',
  ]);
});

describe('words', () => {
  test('are between what leads and what trails', () => {
    const words = { at: 'whole', lead: '(?:my)?', any: ['spa', 'sauna'], tail: 's?' } as const;
    const names = ['myspas.test', 'sauna.test', 'mysauna.test', 'yspa.test', 'spasauna.test'];
    expect(hosts(words, names)).toEqual(names.slice(0, 3));
  });

  test('with alternatives of their own stay together', () => {
    const names = ['aspa.test', 'bspa.test', 'aspa24.test', 'a.test', 'spa.test'];
    expect(hosts({ at: 'whole', any: ['a|b'], tail: 'spa' }, names)).toEqual(['aspa.test', 'bspa.test']);
  });

  test('may count under some suffixes only', () => {
    const words = { at: 'whole', any: ['spa'], under: ['test', 'co.uk'] } as const;
    const names = [
      'spa.test',
      'www.spa.co.uk',
      'spa.example',
      'spa.uk',
      'spa.test.example',
      'spaxtest.example',
      'spa.coxuk',
    ];
    expect(hosts(words, names)).toEqual(names.slice(0, 2));
  });

  test('that fill more than one regex are distributed, none lost', () => {
    const any = Array.from({ length: 60 }, (_, index) => `word${index}x`);
    for (const words of [{ any }, { any: ['spa'], under: any }]) {
      const regexes = labelRegexes({ at: 'whole', ...words });
      expect(regexes.length).toBeGreaterThan(2);
      for (const regex of regexes) expect(cost(regex)).toBeLessThanOrEqual(MOST);
      for (const word of any) {
        const host = words.any === any ? `${word}.test` : `spa.${word}`;
        expect(knows(regexes, `https://www.${host}/`), host).toBe(true);
      }
    }
  });
});

test('a host regex knows hosts and what is below them, and reads dots as dots', () => {
  const regexes = hostRegexes(['a.test', 'b.example.test']);
  for (const host of ['a.test', 'www.a.test', 'b.example.test', 'a.test.', 'a.test:8443']) {
    expect(knows(regexes, `http://${host}/x`), host).toBe(true);
  }
  for (const host of ['example.test', 'xa.test', 'axtest.example', 'a.test.example', 'b.test']) {
    expect(knows(regexes, `http://${host}/a.test/`), host).toBe(false);
  }
});

test('sections: of any site, and of a brand’s sites', () => {
  expect(knows([sectionRegex('/ads/')], 'https://any.test/ads/1')).toBe(true);
  expect(knows([sectionRegex('/ads/')], 'https://any.test/x/ads/1')).toBe(false);
  const brand = [labelSectionRegex('brand', '/ads/')];
  for (const host of ['brand.test', 'www.brand.co.uk', 'brand.test:8443']) {
    expect(knows(brand, `https://${host}/ads/1`), host).toBe(true);
  }
  for (const url of ['https://brand.test/x', 'https://mybrand.test/ads/', 'https://x.test/brand.test/ads/']) {
    expect(knows(brand, url), url).toBe(false);
  }
});

test('literal: every character means itself', () => {
  const text = 'a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o';
  expect(new RegExp(`^${literal(text)}$`).test(text)).toBe(true);
  expect(literal('a-b/c')).toBe('a-b/c');
});

describe('joined for readers that take bigger ones', () => {
  const some = [
    ...labelRegexes({ at: 'whole', any: ['one', 'two'] }),
    ...labelRegexes({ at: 'start', any: ['three'] }),
    ...labelRegexes({ at: 'anywhere', any: ['four'] }),
    ...hostRegexes(['five.test', 'six.test']),
    sectionRegex('/seven/'),
  ];
  const addresses = [
    'one.test',
    'two.test',
    'threes.test',
    'xfourx.test',
    'a.five.test',
    'six.test',
    'x.test/seven/',
  ];

  test('what is about hosts alone is known by its end', () => {
    expect(some.map(isHostRegex)).toEqual([true, true, true, true, false]);
    expect(isHostRegex(labelSectionRegex('brand', '/ads/'))).toBe(false);
  });

  test('they know the same addresses, in fewer regexes, and no others', () => {
    for (const most of [1_000, 30, 1]) {
      const joined = joinRegexes(some, most);
      for (const address of addresses) expect(knows(joined, `https://${address}/`), address).toBe(true);
      for (const address of ['tone.test', 'xfive.test', 'one.five.example', 'x.test/a/seven/', 'test.test']) {
        expect(knows(joined, `https://${address}/`), address).toBe(false);
      }
    }
    // One for each pair of a beginning and an end, and the section unchanged by itself.
    expect(joinRegexes(some, 1_000)).toHaveLength(4);
    expect(joinRegexes(some, 1_000).at(-1)).toBe(sectionRegex('/seven/'));
    expect(joinRegexes(some, 1)).toHaveLength(5);
    expect(joinRegexes([], 1)).toEqual([]);
  });

  test('one is filled up to its size, in order', () => {
    const regexes = ['aaa', 'bbb', 'ccc', 'ddd', 'eee'].flatMap((word) =>
      labelRegexes({ at: 'whole', any: [word] }),
    );
    const words = (most: number) => joinRegexes(regexes, most).map((regex) => regex.match(/([a-e])\1\1/g));
    expect(words(6)).toEqual([['aaa', 'bbb'], ['ccc', 'ddd'], ['eee']]);
    expect(words(8)).toEqual([['aaa', 'bbb'], ['ccc', 'ddd'], ['eee']]);
    expect(words(9)).toEqual([
      ['aaa', 'bbb', 'ccc'],
      ['ddd', 'eee'],
    ]);
  });
});

describe('what a regex costs', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['a|b', 3],
    ['(?:ab)?', 3],
    ['\\.a', 2],
    ['[a]', 1],
    ['[ab]', 3],
    ['[a-z]', 1],
    ['[a-z0-9-]', 5],
    ['[^/]', 3],
    ['[^/?#]*', 8],
    ['[\\].]', 3],
    ['[\\]-z]', 5],
  ])('%s: %i', (regex, size) => expect(cost(regex)).toBe(size));

  test('words fill a regex up to its limit, and one that is too long gets its own', () => {
    const word = 'a'.repeat(9);
    // Each needs one character more than its length, for the bar that separates it from the next.
    expect(pack([word, word, word], MOST - 20)).toEqual([[word, word], [word]]);
    expect(pack([word, word, word], MOST - 21)).toEqual([[word, word], [word]]);
    expect(pack([word, word], MOST - 19)).toEqual([[word], [word]]);
    const long = 'a'.repeat(MOST);
    expect(pack(['a', long, 'b'], 0)).toEqual([['a'], [long], ['b']]);
    expect(pack([], 0)).toEqual([]);
  });
});
