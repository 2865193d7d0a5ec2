import { expect, test } from 'vitest';
import { helpStrips } from '../../../scripts/build/help-strips.ts';
import { servedCountries } from '../../../utils/notice/help-region.ts';

test('a strip stands for every country, in both languages, short enough for static HTML', () => {
  const strips = helpStrips();
  expect(Object.keys(strips).sort()).toEqual(['any', ...servedCountries()].sort());
  for (const { line } of Object.values(strips).flatMap((texts) => Object.values(texts))) {
    expect(line.length, line).toBeLessThanOrEqual(120);
    expect(line).not.toMatch(/undefined|null|!/);
  }
});
