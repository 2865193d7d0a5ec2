/** Tests that every country has a main helpline that is short enough for static HTML and announces its other languages. */
import { expect, test } from 'vitest';
import { mainHelplines } from '../../../scripts/build/main-helplines.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { servedCountries } from '../../../utils/notice/help-region.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

test('there is a main helpline for every country, in both languages, short enough for static HTML', () => {
  const helplines = mainHelplines();
  expect(Object.keys(helplines).sort()).toEqual(['any', ...servedCountries()].sort());
  for (const { line } of Object.values(helplines).flatMap((texts) => Object.values(texts))) {
    expect(line.length, line).toBeLessThanOrEqual(120);
    expect(line).not.toMatch(/undefined|null|!/);
  }
});

test('other languages are always announced, also where the first of them has no room', () => {
  for (const [country, texts] of Object.entries(mainHelplines()))
    for (const language of LANGUAGES) {
      const [, ...listed] = texts[language].line.split('\u00A0· ');
      if (listed.length > 0)
        expect(texts[language].line, country).toContain(` ${readWords('main-helpline', language)('also')} `);
    }
});
