/** Tests that every page sets its direction together with its language, so that a right-to-left translation needs no other change. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { directionOf } from '../../utils/words/document-language.ts';
import { LANGUAGES } from '../../utils/words/languages.ts';

test('each language runs the way its script is read', () => {
  expect(['ar', 'fa', 'he', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  const scriptsFromTheRight = ['Arab', 'Hebr'];
  expect(LANGUAGES.map(directionOf)).toEqual(
    LANGUAGES.map((language) =>
      scriptsFromTheRight.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr',
    ),
  );
});

test('no page sets its language without its direction', () => {
  const scripts = globSync('{components,entrypoints,utils}/**/*.{ts,tsx}');
  const alone = scripts.filter((file) => /\.lang = /.test(readFileSync(file, 'utf8')));
  expect(alone).toEqual(['utils/words/document-language.ts']);
});
