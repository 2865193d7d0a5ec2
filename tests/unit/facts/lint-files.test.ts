/** Tests that the data has no key twice, no day that cannot be, and no place that there is not, and that the lint finds each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lintFiles } from '../../../scripts/facts/lint-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function lintOne(file: string, text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'facts-files-'));
  made.push(root);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return lintFiles('2026-12-01', root).problems;
}

test('the data', () => expect(lintFiles('9999-01-01')).toEqual({ problems: [], readable: true }));

test.each([
  ['data/law/SE.json', '{"fine":{"max":1},"fine":{"max":2}}', '"fine" is there twice in one object'],
  ['data/law/SE.json', '{"a":1,', /^data\/law\/SE\.json: this is not JSON: /],
  ['data/law/SE.json', '{"checked":"2062-11-21"}', 'checked: 2062-11-21 is still to come'],
  ['data/law/SE.json', '{"collateralRead":[{"on":"2026-12-03"}]}', 'on: 2026-12-03 is still to come'],
  ['data/law/SE.json', '{"offences":[{"since":"2021-13"}]}', 'since: there is no day 2021-13'],
  ['data/law/SE.json', '{"asOf":"2024/2026-02-30"}', 'asOf: there is no day 2026-02-30'],
  ['data/lint/fr/review.json', '{"a.json":{"by":"A","on":"2026-02-30"}}', 'on: there is no day 2026-02-30'],
  ['data/claims/age.json', '[{"regions":["US-ZZ"]}]', 'there is no place US-ZZ'],
  ['data/claims/age.json', '[{"regions":["UK"]}]', 'there is no place UK'],
  ['data/help/EU.json', '{"lines":[{"only":["ZZ"]}]}', 'there is no place ZZ'],
  ['data/languages.json', '{"fr":{"places":["FR","XX"]}}', 'there is no place XX'],
])('%s with %s', (file, text, expected) => {
  const found = lintOne(file, text);
  expect(found).toHaveLength(1);
  if (typeof expected === 'string') expect(found).toEqual([`${file}: ${expected}`]);
  else expect(found[0]).toMatch(expected);
});

test('what is due later, and tomorrow somewhere else, is no finding', () => {
  const text =
    '{"checkAgain":"2062-11-21","since":"2030-01-01","checked":"2026-12-02","regions":["*","US-GA","PR"]}';
  expect(lintOne('data/claims/age.json', text)).toEqual([]);
});
