import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageGaps } from '../../../scripts/facts/language-gaps.ts';
import { LANGUAGES } from '../../../utils/policy/types.ts';

const copy = mkdtempSync(join(tmpdir(), 'second-thought-language-'));
beforeAll(() => {
  for (const part of ['data', 'utils']) cpSync(part, join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

test.each(LANGUAGES)('%s is complete', (language) => {
  expect(languageGaps(language)).toEqual([]);
});

test('a language that nobody has begun lacks every place', () => {
  const gaps = languageGaps('xx', copy);
  for (const place of [
    'utils/policy/types.ts',
    'data/words/xx/notice.json',
    'data/stores/xx/listing.json',
    'data/words/es/options.json: lacks "language-xx"',
    'data/law/xx/US.json',
    'data/help/xx/GLOBAL.json',
    'data/claims/xx/age.json',
    'data/place/xx/regions.json',
    'data/learn/xx/signs.json',
    'utils/deploy/deployment-kit.ts',
  ]) {
    expect(
      gaps.some((gap) => gap.startsWith(place)),
      place,
    ).toBe(true);
  }
});

test('one text that was forgotten is found', () => {
  const words = join(copy, 'data/words/es/notice.json');
  const { leave: _forgotten, ...rest } = JSON.parse(readFileSync(words, 'utf8')) as Record<string, string>;
  writeFileSync(words, JSON.stringify(rest));
  expect(languageGaps('es', copy)).toEqual(['data/words/es/notice.json: 1 missing (leave)']);
});

test('every place that the guide names is one that there is', () => {
  const guide = readFileSync('docs/translating.md', 'utf8');
  for (const part of ['utils/policy/types.ts', 'scripts/facts/lexicon.ts', 'scripts/facts/reading.ts']) {
    expect(guide).toContain(part);
    expect(readFileSync(part, 'utf8')).toMatch(/LANGUAGES|Language/);
  }
});
