import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONGEST_SENTENCE, sentences } from '../../../scripts/facts/law-lint.ts';
import { LEARN_SURFACES } from '../../../utils/learn/load-learn.ts';
import { LANGUAGES } from '../../../utils/policy/types.ts';

// The lint of all words leaves the policy text out; on this page it is held to the same length.
test.each(
  LANGUAGES.flatMap((language) => ['learn', ...LEARN_SURFACES].map((surface) => [language, surface])),
)('sentences are short: %s %s', (language, surface) => {
  const file = new URL(`../../../data/words/${language}/${surface}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const long = Object.entries(messages).flatMap(([key, text]) =>
    sentences(text.replace(/\{\w+, plural.*\}\}/, 'some').replace(/^\d+\. /, ''))
      .filter(
        (sentence) =>
          sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > LONGEST_SENTENCE,
      )
      .map((sentence) => `${key}: ${sentence}`),
  );
  expect(long).toEqual([]);
});
