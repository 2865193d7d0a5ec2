/** Tests that no sentence of the learn page, the model policy included, is too long in any language that has the page. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tooLong } from '../../../scripts/facts/sentences.ts';
import { LEARN_SURFACES } from '../../../utils/learn/load-learn.ts';
import { FULL_LANGUAGES } from '../../../utils/words/languages.ts';

// The general lint does not check the length of the policy text, but on this page it has the same limit.
test.each(
  FULL_LANGUAGES.flatMap((language) =>
    ['learn', ...LEARN_SURFACES].map((surface) => [language, surface] as const),
  ),
)('sentences are short: %s %s', (language, surface) => {
  const file = new URL(`../../../data/words/${language}/${surface}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const long = Object.entries(messages).flatMap(([key, text]) =>
    tooLong(text.replace(/\{\w+, plural.*\}\}/, 'some').replace(/^\d+\. /, ''), language).map(
      (problem) => `${key}: ${problem}`,
    ),
  );
  expect(long).toEqual([]);
});
