/** Tests that store listings keep to stores' limits and the product's wording, name no listed site, and agree with the manifest. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifest } from '../../../scripts/build/manifest.ts';
import { excludedFigure } from '../../../scripts/facts/excluded.ts';
import { lintWords } from '../../../scripts/facts/lint-words.ts';
import { justifications } from '../../../scripts/release/permission-texts.ts';
import { descriptionText, readListing, STORES, storeFiles } from '../../../scripts/release/store-files.ts';
import { CHECK_HOST } from '../../../utils/pattern/match.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';
import { recognise } from '../pattern/corpus.ts';

const files = new Map(storeFiles('.'));

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const listing = readListing(language);
  const description = descriptionText(listing.description);

  test('stays within the lengths that stores set', () => {
    expect(listing.name.length).toBeLessThanOrEqual(45);
    expect(listing.summary.length).toBeLessThanOrEqual(132);
    expect(listing.firefoxSummary.length).toBeLessThanOrEqual(250);
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(10_000);
  });

  test('keeps to the words, the sentences and the figures of the product', () => {
    const spoken = [listing.summary, listing.firefoxSummary, ...listing.description].map((text, index) => ({
      where: `listing ${index}`,
      language,
      text,
      surface: 'stores',
      heading: false,
    }));
    expect(lintWords(spoken)).toEqual([]);
  });

  test('repeats no word often enough to look like keyword stuffing', () => {
    // Vietnamese has a space after each syllable, so two syllables correspond to a word of five letters elsewhere.
    const word = language === 'vi' ? /\p{L}+(?=( \p{L}+))/gu : /\p{L}{5,}/gu;
    const words = [...description.toLowerCase().matchAll(word)].map(([one, next = '']) => one + next);
    for (const [word, all] of Map.groupBy(words, (one) => one))
      expect(all.length, word).toBeLessThanOrEqual(5);
  });

  test('says the same as the English, line by line', () => {
    // In a script without capitals, a heading differs by having no full stop.
    const isHeading = (line: string) =>
      line.toLowerCase() === line.toUpperCase() ? !/[.。]$/.test(line) : line === line.toUpperCase();
    const kinds = (lines: string[]) =>
      lines.map((line) => (line.startsWith('•') ? 'item' : isHeading(line) ? 'heading' : 'text'));
    expect(kinds(listing.description)).toEqual(kinds(readListing('en').description));
  });
});

test('the listing says what it replaces, that it can be removed and that no list is complete', () => {
  for (const [language, said] of [
    ['en', [/replaced/, /remove/, /No list is complete/]],
    ['es', [/lugar de la página/, /quitar/, /Ninguna lista/]],
  ] as const) {
    const description = descriptionText(readListing(language).description);
    for (const sentence of said) expect(description).toMatch(sentence);
  }
});

test('every store has a listing in each language, answers and notes', () => {
  for (const store of STORES) {
    for (const language of LANGUAGES) expect(files.get(`${store}/listing-${language}.txt`)).toBeTruthy();
    expect(files.get(`${store}/answers.txt`)).toBeTruthy();
  }
  expect(files.get('reviewer-notes.txt')).toContain(`http://${CHECK_HOST}/`);
});

test('no text names a listed site, a brand or an excluded figure', () => {
  const brands = readFileSync('data/list/brands.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { label: string }).label.toLowerCase());
  expect(brands.length).toBeGreaterThan(10);
  for (const [name, text] of files) {
    const addresses = text.match(/(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?/gi) ?? [];
    for (const found of addresses) {
      const address = /^https?:/.test(found) ? found : `http://${found}`;
      const entry = recognise(address);
      if (!found.includes(CHECK_HOST)) expect(entry, `${name}: ${found}`).toBeNull();
    }
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}-]+/gu));
    expect(
      brands.filter((brand) => words.has(brand)),
      name,
    ).toEqual([]);
    expect(excludedFigure(text), name).toBeNull();
  }
  for (const store of STORES) {
    for (const language of LANGUAGES)
      expect(files.get(`${store}/listing-${language}.txt`)).not.toContain(CHECK_HOST);
  }
});

describe('permissions', () => {
  const table = justifications(readFileSync('docs/permissions.md', 'utf8'));

  test('each one that the stores ask about has its reason, and no other', () => {
    const asked = manifest('chrome') as { permissions: string[]; host_permissions: string[] };
    expect(table.map(([name]) => name).sort()).toEqual(
      [...asked.permissions, ...asked.host_permissions].sort(),
    );
    for (const [name, text] of table) {
      expect(text.length, name).toBeGreaterThan(20);
      expect(text.length, name).toBeLessThanOrEqual(1000);
      for (const store of STORES) expect(files.get(`${store}/answers.txt`)).toContain(text);
    }
  });

  test('a table that is gone, or a row that says nothing, is an error', () => {
    expect(() => justifications('no table')).toThrow('no table');
    expect(() => justifications('| `tabs` |  |  |\n')).toThrow('tabs');
  });
});

test('the answers agree with the manifest', () => {
  const firefox = manifest('firefox') as {
    browser_specific_settings: { gecko: { data_collection_permissions: { required: string[] } } };
    content_security_policy: { extension_pages: string };
  };
  expect(firefox.browser_specific_settings.gecko.data_collection_permissions.required).toEqual(['none']);
  expect(files.get('firefox/answers.txt')).toContain('required: ["none"]');
  expect(firefox.content_security_policy.extension_pages).toContain("connect-src 'none'");
});
