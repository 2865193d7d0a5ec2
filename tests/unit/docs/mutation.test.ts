/** Tests that the table of results in docs/mutation.md follows from its own counts, and that a new run changes only its own row. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FOLDERS, resultsIn, withResults } from '../../mutation/results-table.ts';

const page = readFileSync('docs/mutation.md', 'utf8');
const [first] = resultsIn(page);

test('the table of results is as the command writes it, with every folder', () => {
  expect(resultsIn(page).map(({ folder }) => folder)).toEqual(FOLDERS);
  expect(withResults(page, [])).toBe(page);
});

test('a share that was written by hand is found', () => {
  // No count of mutants gives such a share.
  const written = page.replace(/\d+\.\d % \|/, '123.4 % |');
  expect(resultsIn(written)).toEqual(resultsIn(page));
  expect(written).not.toBe(page);
  expect(withResults(written, [])).toBe(page);
});

test('a run of one folder changes its row and no other', () => {
  const next = withResults(page, [{ folder: 'policy', mutants: 2_000, killed: 1_900, day: '2027-01-02' }]);
  expect(next).toContain('| `utils/policy` | 2,000 | 1,900 | 95.0 % | 2027-01-02 |\n');
  expect(resultsIn(next)[0]).toEqual(first);
  expect(next.split('\n').length).toBe(page.split('\n').length);
  expect(() => withResults('no table', [])).toThrow('no table of results');
});
