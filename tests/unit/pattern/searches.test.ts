/** Tests searches: the project's own phrases against the corpora, and the two forms of a phrase against each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { parseAddress } from '../../../utils/pattern/address.ts';
import { compileList } from '../../../utils/pattern/compile.ts';
import { ENGINE_TABS } from '../../../utils/pattern/entry.ts';
import { matchSearch } from '../../../utils/pattern/match-search.ts';
import { isUnclear, plainSearch, UNCLEAR } from '../../../utils/pattern/plain-search.ts';
import { cost, MOST } from '../../../utils/pattern/regex-cost.ts';
import { staticRules } from '../../../utils/pattern/rules.ts';
import { searchExpression, searchFilters, withoutMarks } from '../../../utils/pattern/search-filter.ts';
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

/** Other ways to write the same words. */
const WAYS: Readonly<Record<string, (words: string) => string>> = {
  'with a question mark': (words) => `${words}?`,
  'in quotation marks': (words) => `"${words}"`,
  'in typographic quotation marks': (words) => `“${words}”`,
  'each word in quotation marks': (words) => words.replace(/\S+/g, '"$&"'),
  'the last word in brackets': (words) => words.replace(/\S+$/, '($&)'),
  'with commas': (words) => words.replaceAll(' ', ', '),
  'with a dot': (words) => `${words}.`,
  'with wide gaps': (words) => words.replaceAll(' ', '  '),
  'in capitals': (words) => words.toUpperCase(),
  'as titles': (words) => words.replace(/(^| )\S/g, (letter) => letter.toUpperCase()),
  'in letters and marks': (words) => words.normalize('NFD'),
};
const SOME_WAYS = Object.entries(WAYS);

/** Latin letters without their marks, as on a keyboard that has none. */
function withoutLatinMarks(words: string): string {
  const bare = words.replace(
    /[ßæœıłøđ]/g,
    (letter) => ({ ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ł: 'l', ø: 'o' })[letter] ?? 'd',
  );
  return bare
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC');
}

describe('however they write it', () => {
  const google = (words: string) => `https://www.google.com/search?q=${words}&hl=en`;
  const known = (words: string) => found(google(encodeURIComponent(words))) !== null;
  /** Lines of a corpus, each in one of the ways, in turn. */
  const written = (file: string) =>
    corpus(file).map(({ words }, index) => {
      const [name, way] = SOME_WAYS[index % SOME_WAYS.length] as (typeof SOME_WAYS)[number];
      return { name, words, written: way(words) };
    });

  test('no innocent search is known', { timeout: 120_000 }, () => {
    const covered = written('searches-innocent.tsv').filter(({ written }) => known(written));
    // Turkish has two letters whose capital is `I`, so that words in capitals can be read in two ways.
    expect(covered.filter(({ name, words }) => name !== 'in capitals' || !words.includes('ı'))).toEqual([]);
    expect(covered.length).toBeLessThan(5);
  });

  test('no innocent search is known without the marks on its letters', { timeout: 120_000 }, () => {
    const bare = corpus('searches-innocent.tsv')
      .map(({ words }) => ({ words, written: withoutLatinMarks(words) }))
      .filter(({ words, written }) => words !== written);
    expect(bare.length).toBeGreaterThan(500);
    expect(bare.filter(({ written }) => known(written))).toEqual([]);
  });

  test('a search for paid sex is known as it is in plain words', () => {
    const other = written('searches-buying.tsv').filter(
      ({ words, written }) => known(words) !== known(written),
    );
    expect(other.map(({ name, words }) => [name, words])).toEqual([]);
  });

  test('rules read each letter of the list in small, and leave its capital to the worker', () => {
    const { phrases, exclusions } = searches;
    const letters = new Set(
      [...phrases.flatMap(({ any }) => any), ...exclusions].join('').match(/[^\0-\x7f]/gu),
    );
    expect(letters.size).toBeGreaterThan(50);
    for (const letter of letters) {
      const capital = letter.toUpperCase();
      expect([letter, isUnclear(google(encodeURIComponent(letter)))]).toEqual([letter, false]);
      if (capital === letter || /[a-z]/i.test(capital)) continue;
      expect([capital, isUnclear(google(encodeURIComponent(capital)))]).toEqual([capital, true]);
      expect(plainSearch(google(encodeURIComponent(capital)))).toBe(google(encodeURIComponent(letter)));
    }
  });

  test.each([false, true])('no rule covers a search that is left to the worker, dotted: %s', (dotted) => {
    const destination = { kind: 'page', path: '/notice.html' } as const;
    const rules = staticRules('searches', compiled, { destination, dotted, initiators: true });
    const readable = rules.map((rule) => {
      const { urlFilter, ...condition } = rule.condition;
      return {
        ...rule,
        condition: urlFilter ? { ...condition, regexFilter: readFilter(urlFilter).source } : condition,
      };
    });
    const asked = (words: string) => decide(readable, { url: google(encodeURIComponent(words)) }, dotted);
    expect(asked('escorts near me')).toBe('/notice.html');
    for (const words of ['"escorts near me"', 'ESCORTS NEAR MÉXICO'])
      expect([words, asked(words)]).toEqual([words, 'allow']);
    // Coordinates of a map have a comma, and are no part of the query.
    const map = 'https://yandex.com/maps/213/moscow/search/escorts%20near%20me/?ll=37.6%2C-55.7&z=10';
    expect(decide(readable, { url: map }, dotted)).toBe('/notice.html');
    expect(UNCLEAR.filter((expression) => cost(expression) > MOST)).toEqual([]);
  });

  test('the worker is woken for a search in quotation marks', () => {
    const woken = new RegExp(searches.woken, 'i');
    for (const words of ['"putas madrid"', '“escorts near me”', '"huren köln"', '(call girls) near me'])
      expect([words, woken.test(google(encodeURIComponent(words)))]).toEqual([words, true]);
  });

  test('words of exclusions without marks', () => {
    expect(withoutMarks([' {gefährlich,kurz} ', 'pożar', 'убийств'])).toEqual([
      ' {gefährlich,kurz} ',
      'pożar',
      'убийств',
      ' gefaehrlich ',
      ' gefahrlich ',
      'pozar',
    ]);
  });
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
