/** Tests searches: the project's own phrases against the corpora, and the two forms of a phrase against each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { parseAddress } from '../../../utils/pattern/address.ts';
import { compileList } from '../../../utils/pattern/compile.ts';
import { ENGINE_TABS } from '../../../utils/pattern/entry.ts';
import { matchSearch } from '../../../utils/pattern/match-search.ts';
import { staticRules } from '../../../utils/pattern/rules.ts';
import { searchExpression, searchFilters } from '../../../utils/pattern/search-filter.ts';
import { decide } from './browser-rules.ts';

const { entries } = parseList(LIST_FOLDER);
const compiled = compileList(entries);
const { searches } = compiled;
/** Compiles in a moment. */
const onlySearches = {
  ...entries,
  hosts: [],
  brands: [],
  names: [],
  nameExclusions: [],
  paths: [],
  wrappers: [],
};

/** Both ways in which browsers write a query. */
const WRITTEN = [
  (words: string) => encodeURIComponent(words).replaceAll('%20', '+'),
  (words: string) => encodeURIComponent(words),
];

function found(url: string): string | null {
  const address = parseAddress(url);
  return address && (matchSearch(address, searches, new URL(url).hash)?.id ?? null);
}

function asked(words: string): (string | null)[] {
  return WRITTEN.flatMap((write) => [
    found(`https://www.google.com/search?q=${write(words)}&hl=en`),
    found(`https://duckduckgo.com/?t=h_&q=${write(words)}`),
  ]);
}

function corpus(file: string): { label: string; words: string }[] {
  return readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [label = '', words = ''] = line.split('\t');
      return { label, words };
    });
}

test.each([false, true])('no exclusion of names lifts the searches of an engine, dotted: %s', (dotted) => {
  const destination = { kind: 'page', path: '/notice.html' } as const;
  const rules = staticRules('names', compiled, { destination, dotted, initiators: true });
  const lifts = (url: string) => decide(rules, { url }, dotted) === 'allow';
  const forms = entries.engines.flatMap(({ examples, tabs = {} }) => [
    ...examples,
    ...Object.values(tabs).flat(),
  ]);
  expect(forms.length).toBeGreaterThan(100);
  const urls = forms.map((form) => `https://${form.replace('WORDS', 'escorts+near+me')}`);
  expect(urls.filter(lifts)).toEqual([]);
  // The exclusions do lift other pages.
  expect(['https://news.test/', 'https://escort.research.test/'].map(lifts)).toEqual([true, true]);
});

describe('what people ask', () => {
  test('no innocent search is known', () => {
    const innocent = corpus('searches-innocent.tsv');
    expect(innocent.length).toBeGreaterThanOrEqual(3_000);
    expect(innocent.filter(({ words }) => asked(words).some((id) => id !== null))).toEqual([]);
  });

  test('four of five searches for paid sex are known, in every language', () => {
    const buying = corpus('searches-buying.tsv');
    expect(buying.length).toBeGreaterThanOrEqual(1_000);
    const shares = new Map<string, { all: number; known: number }>();
    for (const { label, words } of buying) {
      const share = shares.get(label) ?? { all: 0, known: 0 };
      share.all++;
      if (asked(words).every((id) => id !== null)) share.known++;
      shares.set(label, share);
    }
    const known = [...shares.values()].reduce((sum, share) => sum + share.known, 0);
    expect(known / buying.length).toBeGreaterThanOrEqual(0.8);
    for (const [language, share] of shares) {
      expect([language, share.known / share.all >= 0.7]).toEqual([language, true]);
    }
  });

  test.each(entries.searches)('$id keeps to its examples', ({ examples, counterExamples }) => {
    expect(examples.filter((words) => asked(words).includes(null))).toEqual([]);
    expect(counterExamples.filter((words) => asked(words).some((id) => id !== null))).toEqual([]);
  });

  test.each(entries.searchExclusions)(
    'exclusion $id lifts its examples, which would be known',
    (exclusion) => {
      const others = entries.searchExclusions.filter(({ id }) => id !== exclusion.id);
      const without = compileList({ ...onlySearches, searchExclusions: others }).searches;
      for (const words of exclusion.examples) {
        const address = parseAddress(`https://www.google.com/search?q=${encodeURIComponent(words)}`);
        expect([words, address && matchSearch(address, searches)]).toEqual([words, null]);
        expect([words, address && matchSearch(address, without)]).not.toEqual([words, null]);
      }
    },
  );
});

describe('where they ask it', () => {
  test.each(entries.engines)('$name', ({ examples, counterExamples }) => {
    const filled = (address: string) => `https://${address.replace('WORDS', 'escorts+near+me')}`;
    expect(examples.map(filled).filter((url) => found(url) === null)).toEqual([]);
    expect(counterExamples.map(filled).filter((url) => found(url) !== null)).toEqual([]);
  });

  const tabs = entries.engines.flatMap(({ name, tabs = {} }) =>
    ENGINE_TABS.flatMap((tab) => (tabs[tab] ?? []).map((address) => ({ name, tab, address }))),
  );

  test.each(tabs)('$name, $tab: $address', ({ address }) => {
    for (const write of WRITTEN) {
      const url = (words: string) => `https://${address.replace('WORDS', write(words))}`;
      expect(found(url('escorts near me')), url('')).not.toBeNull();
      expect(found(url('Cheap ESCORTS in Atlanta')), url('')).not.toBeNull();
      expect(found(url('ford escort parts')), url('')).toBeNull();
      expect(found(url('prostitution law')), url('')).toBeNull();
      // A person who is already on the engine's page changes the address without a request, so the worker has to be woken for it.
      expect(url('escorts near me')).toMatch(new RegExp(searches.woken, 'i'));
    }
  });

  test('pictures of each of the great engines, and their news, maps and goods where they have any', () => {
    const known = new Map(entries.engines.map(({ id, tabs }) => [id, Object.keys(tabs ?? {})]));
    for (const id of ['google', 'bing', 'duckduckgo', 'qwant', 'naver'])
      expect([id, known.get(id)]).toEqual([id, [...ENGINE_TABS]]);
    for (const id of ['yahoo', 'yandex', 'ecosia', 'brave', 'startpage', 'baidu'])
      expect(known.get(id)?.length, id).toBeGreaterThanOrEqual(3);
  });

  test('words in a path, as maps write them: known like those of a query', () => {
    const places = WRITTEN.flatMap((write) =>
      corpus('searches-buying.tsv').map(({ words }) => ({
        query: `https://www.google.com/maps?q=${write(words)}`,
        path: `https://www.google.com/maps/search/${write(words)}/@33.7,-84.3,12z`,
      })),
    );
    expect(places.filter(({ query, path }) => found(query) !== found(path))).toEqual([]);
  });

  test('a page that is no search engine is never looked at, whatever its address says', () => {
    expect(found('https://example.com/search?q=escorts+near+me')).toBeNull();
    expect(found('https://notgoogle.com/search?q=escorts+near+me')).toBeNull();
  });
});

/** Reads a plain filter as the browsers' documentation describes it. */
function readFilter(filter: string): RegExp {
  const parts = filter.replace(/[.+?${}()[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(parts.replaceAll('^', '(?:[^a-zA-Z0-9_.%-]|$)').replace(/\|$/, '$'), 'i');
}

test('the filters of a phrase and its expression know the same searches', { timeout: 60_000 }, () => {
  const words = [...corpus('searches-buying.tsv'), ...corpus('searches-innocent.tsv').slice(0, 520)];
  const urls = words
    .filter((_, index) => index % 9 === 0)
    .flatMap(({ words }) =>
      WRITTEN.flatMap((write) => [
        `https://www.google.com/search?q=${write(words)}`,
        `https://www.google.com/maps/search/${write(words)}/`,
      ]),
    );
  const some = searches.phrases.flatMap(({ any }) => any).filter((_, index) => index % 5 === 0);
  for (const phrase of some) {
    const expression = new RegExp(searchExpression(phrase), 'i');
    const filters = searchFilters([phrase]).map(readFilter);
    for (const url of urls) {
      const byFilter = filters.some((filter) => filter.test(url));
      if (byFilter !== expression.test(url))
        expect([phrase, url, byFilter]).toEqual([phrase, url, !byFilter]);
    }
  }
});

test.each([
  ['another phrase is in it', ['escort girl', ' chinese escort girl '], ['escort+girl', 'escort%20girl']],
  [
    'a word’s end is also the end of a query',
    ['^escorts$', ' escorts '],
    ['^escorts^', '^escorts%20', '%20escorts%20', '%20escorts^'],
  ],
  [
    'nothing is left out that only looks alike',
    ['^hure$', 'huren '],
    ['=hure&', '=hure/', '=hure|', '/hure&', '/hure/', '/hure|', 'huren^', 'huren%20'],
  ],
])('filters without those that add nothing: %s', (_, phrases, filters) => {
  expect(searchFilters(phrases)).toEqual(filters);
});

test('no exclusion lifts the very words of a phrase', { timeout: 60_000 }, () => {
  const address = (filter: string) => {
    const words = filter.replace(/^[=/]/, '').replace(/[&|]$/, '').replace(/[*^]/g, '+');
    return `https://www.google.com/search?q=${words}`;
  };
  const filters = searchFilters(searches.phrases.flatMap(({ any }) => any));
  // The other encoding says the same.
  const lifted = filters.filter((filter) => !filter.includes('%20') && found(address(filter)) === null);
  expect(lifted).toEqual([]);
});

test('the worker is woken for whatever a phrase knows, and for few others', () => {
  const woken = new RegExp(searches.woken, 'i');
  const url = (words: string) => `https://www.google.com/search?q=${words}`;
  for (const filter of searchFilters(searches.phrases.flatMap(({ any }) => any))) {
    const words = filter.replace(/^=/, '').replace(/[*^]/g, '+');
    expect([filter, woken.test(url(words))]).toEqual([filter, true]);
  }
  const questions = corpus('searches-innocent.tsv').filter(({ label }) => label === 'question');
  const wakes = questions.filter(({ words }) => woken.test(url(encodeURIComponent(words))));
  expect(wakes.length / questions.length).toBeLessThan(0.002);
});
