import { expect, test } from 'vitest';
import { mainHelplines } from '../../../scripts/build/main-helplines.ts';
import { servedCountries } from '../../../utils/notice/help-region.ts';

test('there is a main helpline for every country, in both languages, short enough for static HTML', () => {
  const helplines = mainHelplines();
  expect(Object.keys(helplines).sort()).toEqual(['any', ...servedCountries()].sort());
  for (const { line } of Object.values(helplines).flatMap((texts) => Object.values(texts))) {
    expect(line.length, line).toBeLessThanOrEqual(120);
    expect(line).not.toMatch(/undefined|null|!/);
  }
});
