/** Every page says with its language which way it runs, so that a translation from right to left needs no other change. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { directionOf } from '../../utils/words/document-language.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';

test('four languages that may come run from right to left, those that are here do not', () => {
  expect(['ar', 'fa', 'he', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(LANGUAGES.map(directionOf)).toEqual(LANGUAGES.map(() => 'ltr'));
});

test('no page sets its language without its direction', () => {
  const scripts = globSync('{components,entrypoints,utils}/**/*.{ts,tsx}');
  const alone = scripts.filter((file) => /\.lang = /.test(readFileSync(file, 'utf8')));
  expect(alone).toEqual(['utils/words/document-language.ts']);
});
