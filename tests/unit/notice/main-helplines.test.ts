/** Tests that every country has a main helpline that is short enough for static HTML and announces its other languages. */
import { expect, test } from 'vitest';
import { mainHelplines } from '../../../scripts/build/main-helplines.ts';
import { readWords } from '../../../scripts/read-words.ts';
import { servedCountries } from '../../../utils/notice/help-region.ts';
import type { CountryHelp } from '../../../utils/notice/help-types.ts';
import { ownNames } from '../../../utils/notice/language-names.ts';
import { loadHelp } from '../../../utils/notice/load-help.ts';
import { mainHelpline } from '../../../utils/notice/main-helpline.ts';
import { LANGUAGES, type Language } from '../../../utils/words/languages.ts';
import type { Words } from '../../../utils/words/load.ts';

test('there is a main helpline for every country, in every language, short enough for static HTML', () => {
  const helplines = mainHelplines();
  expect(Object.keys(helplines).sort()).toEqual(['any', ...servedCountries()].sort());
  for (const texts of Object.values(helplines)) expect(Object.keys(texts)).toEqual([...LANGUAGES]);
  for (const { line } of Object.values(helplines).flatMap((texts) => Object.values(texts))) {
    expect(line.length, line).toBeLessThanOrEqual(120);
    expect(line).not.toMatch(/undefined|null|!/);
    // Full-width punctuation has its space in itself.
    expect(line).not.toMatch(/[？：，。] /);
  }
});

/** @returns the other languages that the line announces. Expects all that there is room for, in their order. */
function announced(help: CountryHelp, language: Language, words: Words<'main-helpline'>): string[] {
  const { text, line, languages } = mainHelpline(help, language, words);
  const others = languages.filter((name) => !ownNames([language]).includes(name));
  const begin = `${text} ${words('also')} `.replace(/([。：]) /g, '$1');
  expect(line === text || line.startsWith(begin), line).toBe(true);
  const listed = line === text ? [] : line.slice(begin.length).split('\u00A0· ');
  expect(listed, line).toEqual(others.filter((name) => listed.includes(name)));
  for (const name of others.filter((name) => !listed.includes(name))) {
    const longer = line === text ? `${begin}${name}` : `${line}\u00A0· ${name}`;
    expect(longer.length, longer).toBeGreaterThan(120);
  }
  return listed;
}

test('every other language that there is room for is announced', async () => {
  const built = mainHelplines();
  let several = 0;
  for (const country of [...servedCountries(), null]) {
    const help = await loadHelp(country, 'en');
    for (const language of LANGUAGES) {
      const words = readWords('main-helpline', language);
      expect(built[country ?? 'any']?.[language].line).toBe(mainHelpline(help, language, words).line);
      if (announced(help, language, words).length > 1) several += 1;
    }
  }
  expect(several).toBeGreaterThan(100);
});

test('so are the shorter ones where the first of them has no room', async () => {
  const help = await loadHelp('FR', 'en');
  const words = readWords('main-helpline', 'en');
  const found = Array.from({ length: 120 }, (_, length) =>
    announced(help, 'en', (key, values) => (key === 'lead' ? 'x'.repeat(length) : words(key, values))).join(),
  );
  expect(found).toContain('Français,العربية,Español,中文');
  expect(found).toContain('中文');
  expect(found.at(-1)).toBe('');
});
