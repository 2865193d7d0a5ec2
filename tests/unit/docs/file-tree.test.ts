/** Tests that the file tree in the README matches the project. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ignored = readFileSync('.gitignore', 'utf8').split('\n');

test('README names every folder at the top, with a phrase, and no other', () => {
  const [, tree = ''] =
    /## What is where[\s\S]*?```\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const rows = tree
    .trim()
    .split('\n')
    .map((line) => /^(\w+)\/\s{2,}(\S.+)$/.exec(line));
  const folders = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !ignored.includes(`${name}/`));
  expect(rows.map((row) => row?.[1])).toEqual(folders.toSorted());
});
