/** Tests that a listed site in Firefox's reader view or page source wakes the worker, and that other sites do not. */
import list from 'virtual:compiled-list';
import { describe, expect, test } from 'vitest';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { wrapperHostExpression } from '../../../utils/pattern/wrapped.ts';
import {
  oddSpellingFilters,
  viewedAddress,
  viewerFilters,
} from '../../../utils/worker/tabs/viewer-address.ts';

const reader = (address: string) => `about:reader?url=${encodeURIComponent(address)}`;
const source = (address: string) => `view-source:${address}`;

test('the address that a page of the browser shows', () => {
  const address = 'https://listed.test/ads?a=1&b=2#c';
  expect(viewedAddress(reader(address))).toBe(address);
  expect(viewedAddress(source(address))).toBe(address);
  expect(viewedAddress(source(reader(address)))).toBe(address);
  expect(viewedAddress(`about:reader?id=1&url=${encodeURIComponent(address)}`)).toBe(address);
  for (const other of [address, 'about:reader', 'about:reader?', 'about:blank', ''])
    expect(viewedAddress(other)).toBeNull();
});

describe('filters', () => {
  const filters = viewerFilters({
    hosts: ['listed.test', 'city-escorts.test'],
    names: ['^https?://(?:[^/]*[.@])?(?:brand|ope-?rator)[^./]*\\.[^/]*(?:[/:?#]|$)'],
  });
  const wakes = (url: string, some = filters) =>
    some.some(({ urlMatches, schemes }) => {
      expect(schemes).toEqual(['about', 'view-source']);
      return new RegExp(urlMatches ?? '').test(url);
    });

  test.each([
    'https://listed.test/',
    'http://listed.test',
    'https://www.listed.test:8443/ads?q=1',
    'https://user:secret@listed.test/',
    'https://listed.test./',
    'https://m.city-escorts.test/a',
    'https://city-escorts.test?x',
    'https://brand7.test/',
    'https://www.ope-rator.test/x',
  ])('know %s in the reader and in the source', (address) => {
    expect(wakes(reader(address))).toBe(true);
    expect(wakes(source(address))).toBe(true);
  });

  test.each([
    'https://news.test/',
    'https://notlisted.test/',
    'https://listed.test.example/',
    'https://news.test/escorts',
    'https://news.test/?about=brand.test',
  ])('do not wake the worker for %s', (address) => {
    for (const url of [reader(address), source(address), address]) {
      expect(wakes(url), url).toBe(false);
      expect(wakes(url, oddSpellingFilters()), url).toBe(false);
    }
  });

  test('know a service under whatever suffix of a country', () => {
    const some = viewerFilters({
      hosts: [],
      names: [
        wrapperHostExpression({
          id: 'x',
          tier: 'core',
          host: 'maps.engine',
          anySuffix: true,
          target: 'path',
        }),
      ],
    });
    for (const host of ['maps.engine.de', 'www.maps.engine.co.uk:8443', 'maps.engine.com.br'])
      for (const show of [reader, source]) expect(wakes(show(`https://${host}/x`), some), host).toBe(true);
    for (const host of ['engine.de', 'mymaps.engine.de', 'maps.engine.example.org'])
      for (const show of [reader, source]) expect(wakes(show(`https://${host}/x`), some), host).toBe(false);
  });

  test('know every name that a rule of the list was written for', () => {
    const some = viewerFilters({ hosts: [], names: list.joinedNames, nameTexts: list.nameTexts });
    const examples = parseList(LIST_FOLDER)
      .entries.names.filter(({ at }) => at !== undefined)
      .flatMap((entry) => entry.examples)
      // Sections that a rule covers on any host are not watched for there (docs/security.md).
      .filter((example) => !example.includes('/'))
      // As browsers write them: names in other scripts become `xn--…`.
      .map((example) => new URL(`http://${example}/`).hostname);
    expect(examples.length).toBeGreaterThan(200);
    const asleep = examples.filter(
      (host) =>
        ![`https://${host}/`, `http://user:secret@m.${host}:8443/a?b`, `https://${host}`].every(
          (address) => wakes(reader(address), some) && wakes(source(address), some),
        ),
    );
    expect(asleep).toEqual([]);
    expect(wakes(reader('https://news.test/escorts-in-town.test'), some)).toBe(false);
  });

  test('an expression that begins with no scheme is an error', () => {
    expect(() => viewerFilters({ hosts: [], names: ['brand\\.test'] })).toThrow('no scheme');
  });

  test.each([
    'about:reader?url=HTTPS%3A%2F%2Flisted.test%2F',
    'about:reader?url=https%3A%2F%2FLISTED.test%2F',
    'about:reader?url=https%3A%2F%2F%6Cisted.test%2F',
    'about:reader?url=https%3A%2F%2Flisted%2Etest%2F',
    'about:reader?url=%68ttps://listed.test/',
    'about:reader?url=https%3A%5C%5Clisted.test%2F',
    'about:reader?url=https%3A%2F%2Fl%09isted.test%2F',
    'about:reader?url=https%3A%2F%2F%EF%BD%8Cisted.test%2F',
  ])('an odd spelling wakes the worker, whatever it hides: %s', (url) => {
    expect(wakes(url, oddSpellingFilters())).toBe(true);
  });
});
