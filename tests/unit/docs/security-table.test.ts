/** Tests that the tables in docs/security.md list exactly the attacks that the browser tests try, and that named tests exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BY_TIME, boundaryCases } from '../../browser/hostile/boundary-cases.ts';
import { everyAttack } from '../../browser/hostile/every-attack.ts';
import { attackTable, boundaryTable } from '../../browser/hostile/table.ts';

const document = readFileSync('docs/security.md', 'utf8');

test('the table of hostile pages says what is tried, no more and no less', () => {
  expect(everyAttack.length).toBeGreaterThanOrEqual(40);
  expect(new Set(everyAttack.map(({ name }) => name)).size).toBe(everyAttack.length);
  expect(document).toContain(attackTable());
});

test('so does the table of what unlisted pages try, and each row has its test', () => {
  expect(document).toContain(boundaryTable());
  const files = ['own-pages', 'undetected'].map((name) => `tests/browser/${name}.test.ts`);
  const tests = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  for (const { name, test: title } of boundaryCases)
    expect(tests.includes(`'${title}'`) || title === BY_TIME, name).toBe(true);
  expect(tests).toContain('measured(BY_TIME,');
});

test('every test that the document names exists', () => {
  const named = [...document.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path]) => path as string);
  expect(named.length).toBeGreaterThan(5);
  for (const path of named) expect(() => readFileSync(path), path).not.toThrow(/ENOENT/);
});
