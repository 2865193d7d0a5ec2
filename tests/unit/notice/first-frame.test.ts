/**
 * Tests that the notice for any place ends up in the language in which every other page of the product would be.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { correctFirstPaint } from '../../../entrypoints/notice/first-frame.ts';
import { pickLanguage } from '../../../utils/words/pick-language.ts';
import { NOTHING } from '../preview/nothing.ts';

/** @param first - the language that the first paint chose by the bare codes of the browser's languages. */
function corrected(first: string, browser: string[], page?: string): string {
  Object.defineProperty(navigator, 'languages', { value: browser, configurable: true });
  const root = document.documentElement;
  root.lang = first;
  if (page) root.dataset.page = page;
  else delete root.dataset.page;
  correctFirstPaint(NOTHING);
  return root.lang;
}

test.each([
  ['en', ['nn-NO', 'en'], 'nb'],
  ['en', ['ca', 'en'], 'es'],
  // Simplified characters are not for readers in Taiwan.
  ['zh', ['zh-TW', 'en-US'], 'en'],
  ['fr', ['fr-CA', 'en'], 'fr'],
])('first %s, the browser has %j: %s', (first, browser, language) => {
  expect(corrected(first, browser)).toBe(language);
  expect(language).toBe(pickLanguage('auto', browser));
});

test('a page made for one place and language has no other words', () => {
  expect(corrected('en', ['nn-NO'], 'NO.en')).toBe('en');
});
