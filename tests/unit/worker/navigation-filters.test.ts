/** Tests that navigation filters wake the worker for every listed host, section, name and wrapper, and hardly for other pages. */
import compiledList from 'virtual:compiled-list';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { eitherCase } from '../../../utils/pattern/either-case.ts';
import { isHostRegex } from '../../../utils/pattern/join-regexes.ts';
import { listedHosts } from '../../../utils/pattern/listed-hosts.ts';
import {
  hostFilters,
  listedHostFilters,
  nameFilters,
  ownFilters,
  ownHostFilters,
  sectionFilters,
} from '../../../utils/worker/tabs/navigation-filters.ts';

const expressions = [...compiledList.paths, ...compiledList.brands, ...compiledList.names].map(
  ({ regex }) => regex,
);

/** The words in a regex, so that generated addresses sometimes match. */
const words = [...new Set(expressions.flatMap((text) => text.match(/[a-z]{3,}/g) ?? []))];
const address = fc
  .tuple(
    fc.constantFrom('http', 'HTTPS'),
    fc.array(fc.constantFrom(...words, 'com', 'co', 'x1'), { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom(...words, '209', 'a'), { maxLength: 3 }),
  )
  .chain(([scheme, host, path]) =>
    fc.mixedCase(fc.constant(`${scheme}://${host.join('.')}.com/${path.join('/')}`)),
  );

test('an expression rewritten for either case says what the flag says, on every expression of the list', () => {
  expect(expressions.length).toBeGreaterThan(10);
  fc.assert(
    fc.property(fc.constantFrom(...expressions), address, (expression, url) => {
      expect(new RegExp(eitherCase(expression)).test(url)).toBe(new RegExp(expression, 'i').test(url));
    }),
    { numRuns: 3_000 },
  );
});

test('classes, ranges and escapes keep their meaning', () => {
  for (const [expression, yes, no] of [
    ['^[a-f]+$', 'aF', 'g'],
    ['^[a-z0-9-]+$', 'A-9', '_'],
    ['^\\d[^x]$', '1y', '1X'],
    ['^[^a-c.]$', 'D', 'B'],
    ['^a\\.b$', 'A.B', 'AxB'],
  ] as const) {
    expect(new RegExp(eitherCase(expression)).test(yes), `${expression} ${yes}`).toBe(true);
    expect(new RegExp(eitherCase(expression)).test(no), `${expression} ${no}`).toBe(false);
  }
});

test('sections name their host, so that no other page is looked at', () => {
  const filters = sectionFilters(compiledList);
  const sections = filters.filter(({ hostSuffix, urlMatches }) => hostSuffix && urlMatches);
  expect(sections.length).toBeGreaterThanOrEqual(compiledList.paths.length);
  expect(ownFilters(parseCustomPatterns(['a.example', 'b.example/part/*']).patterns)).toEqual([
    { hostSuffix: 'b.example', urlMatches: expect.stringContaining('/[pP][aA][rR][tT]') },
  ]);
  const own = parseCustomPatterns(['a.example', '=c.example', 'b.example/part/*']).patterns;
  expect(ownHostFilters(own, true)).toEqual([{ hostSuffix: '.a.example' }, { hostEquals: 'c.example' }]);
});

test('the filters for names know every host that the expressions know, and others by a text they share only', () => {
  const single = expressions.filter(isHostRegex).map((regex) => new RegExp(regex));
  const filters = nameFilters(compiledList, 'at-once');
  const joined = filters.flatMap(({ urlMatches }) => (urlMatches ? [new RegExp(urlMatches)] : []));
  // Chromium compiles every regex again for each listener, but looks up any number of texts at once.
  expect(joined.length).toBeLessThan(5);
  const shared = filters.flatMap(({ hostContains }) => hostContains ?? []);
  expect(shared).toContain('backpage');
  const heads = ['escort', 'eskorts', 'callgirls', 'prostitutki', 'gaigoi', 'acompanhantes', 'backpage', 'x'];
  const ends = ['london', 'delhi', 'moskva', 'vip', 'sp', 'usa'];
  const label = fc
    .tuple(
      fc.subarray([...heads, ...ends, ...words], { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '-'),
    )
    .map(([parts, by]) => parts.join(by));
  const likely = fc.tuple(fc.constantFrom(...heads), fc.constantFrom(...ends)).map((two) => two.join('-'));
  const host = fc.tuple(
    fc.constantFrom('', 'www.', 'a.b.'),
    fc.oneof(label, likely),
    fc.constantFrom('com', 'co.uk', 'xyz', 'com.'),
  );
  let hits = 0;
  fc.assert(
    fc.property(host, ([below, name, suffix]) => {
      const url = `https://${below}${name}.${suffix}/page`;
      const known = single.some((regex) => regex.test(url));
      hits += known ? 1 : 0;
      const byExpression = joined.some((regex) => regex.test(url));
      if (known)
        expect(byExpression || shared.some((text) => `${below}${name}.${suffix}`.includes(text)), url).toBe(
          true,
        );
      else expect(byExpression, url).toBe(false);
    }),
    { numRuns: 2_000 },
  );
  expect(hits).toBeGreaterThan(80);
});

test('a filter for a host never means a longer name that ends like it', () => {
  const means = (url: string, dotBefore: boolean) => {
    const { hostname } = new URL(url);
    const read = dotBefore ? `.${hostname}` : hostname;
    return hostFilters(['eros.com'], dotBefore).some(({ hostEquals, hostSuffix }) =>
      hostEquals === undefined ? read.endsWith(hostSuffix ?? '') : hostEquals === hostname,
    );
  };
  for (const dotBefore of [true, false]) {
    expect(means('http://eros.com/', dotBefore)).toBe(true);
    expect(means('http://www.eros.com/', dotBefore)).toBe(true);
    expect(means('http://heros.com/', dotBefore)).toBe(false);
  }
});

test('every listed host wakes the worker, by a word it shares or by its own name, and the filters are few', () => {
  const hosts = listedHosts(compiledList, ['core', 'extended', 'broad']);
  const filters = listedHostFilters(hosts, 'at-once');
  const named = new Set(filters.flatMap(({ hostSuffix }) => hostSuffix ?? []));
  const words = filters.flatMap(({ hostContains }) => hostContains ?? []);
  const asleep = hosts.filter((host) => !named.has(`.${host}`) && !words.some((word) => host.includes(word)));
  expect(asleep).toEqual([]);
  // Chromium compiles each at every start of the worker. The limit is how many there were for the list of 2,567 hosts.
  expect(filters.length).toBeLessThan(2_567);
  expect(listedHostFilters(['plain.test'], 'at-once')).toEqual([{ hostSuffix: '.plain.test' }]);
});

test('a browser that reads filters one by one gets a few expressions that know the same hosts', () => {
  const hosts = listedHosts(compiledList, ['core', 'extended', 'broad']);
  const filters = [...listedHostFilters(hosts, 'one-by-one'), ...nameFilters(compiledList, 'one-by-one')];
  expect(filters.length).toBeLessThan(8);
  const expressions = filters.map(({ urlMatches = '' }) => new RegExp(urlMatches));
  const wakes = (url: string) => expressions.some((expression) => expression.test(url));
  const ways = (host: string) => [
    `https://${host}/`,
    `http://user:secret@www.${host}:8443/a?b#c`,
    `http://m.${host}./`,
  ];
  expect(hosts.filter((host) => !ways(host).every(wakes))).toEqual([]);
  const names = compiledList.nameTexts.map((text) => `a${text}com.test`);
  expect(names.filter((host) => !ways(host).every(wakes))).toEqual([]);

  const [{ urlMatches = '' } = {}] = listedHostFilters(['plain.test'], 'one-by-one');
  const only = new RegExp(urlMatches);
  for (const host of ['plain.test', 'www.plain.test'])
    expect(
      ways(host).every((url) => only.test(url)),
      host,
    ).toBe(true);
  for (const url of ['https://xplain.test/', 'https://plain.test.example/', 'https://other.test/plain.test/'])
    expect(only.test(url), url).toBe(false);
});

describe('wrappers', () => {
  const filters = sectionFilters({ ...compiledList, paths: [], brands: [], names: [] });
  const wakes = (address: string) => {
    const { href, hostname } = new URL(`https://${address}`);
    return filters.some(
      ({ hostSuffix = '', hostContains = '', urlMatches = '' }) =>
        hostname.endsWith(hostSuffix) && hostname.includes(hostContains) && new RegExp(urlMatches).test(href),
    );
  };

  test.each(parseList(LIST_FOLDER).entries.wrappers)(
    'an address in $host ($target) wakes the worker',
    ({ examples }) => {
      expect(examples.filter(({ address }) => !wakes(address))).toEqual([]);
    },
  );

  test.each([
    'www.google.com/search?q=skokka.com',
    'www.google.de/maps/amp',
    'mail.google.com/mail/u/0/',
    'translate.google.com/?text=word&op=translate',
    'yandex.ru/search/?text=word',
    'www.bing.com/search?q=word',
    'archive.ph/AbCdE',
    'arquivo.pt/textsearch?q=word',
    'www.printfriendly.com/',
  ])('does not wake the worker for %s', (address) => expect(wakes(address)).toBe(false));
});
