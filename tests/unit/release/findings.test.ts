/** Tests that a release stops at uncommitted changes, a committed private key, or versions that differ between files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFindings, treeFindings, versionFindings } from '../../../scripts/release/findings.ts';
import { gitIsHere, trackedFiles } from '../../../scripts/release/tracked-files.ts';

let folder = '';
const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'pipe' });
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-thought-tree-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function commitAll(): void {
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.test', 'commit', '--quiet', '-m', 'Begin');
}

test('a folder that is no repository is named', () => {
  expect(treeFindings(folder)).toEqual([expect.stringContaining('no git repository')]);
});

test.skipIf(!gitIsHere())('a changed tree is named, file by file; a committed one is fine', () => {
  git('init', '--quiet');
  write('a.txt', 'one');
  expect(treeFindings(folder)[0]).toContain('a.txt');
  commitAll();
  expect(treeFindings(folder)).toEqual([]);
  write('a.txt', 'two');
  expect(treeFindings(folder)[0]).toContain('a.txt');
});

test.skipIf(!gitIsHere())('a key that is committed is found, one that is ignored is not', () => {
  git('init', '--quiet');
  write('.gitignore', 'mine.pem\n');
  write('mine.pem', 'x');
  write('theirs.txt', 'x');
  commitAll();
  expect(keyFindings(folder)).toEqual([]);
  git('add', '--force', 'mine.pem');
  expect(keyFindings(folder)).toEqual([expect.stringContaining('mine.pem')]);
});

test('an unpacked archive has files as well, without what a build makes', () => {
  for (const place of ['utils/deep', 'node_modules/other', '.output'])
    mkdirSync(join(folder, place), { recursive: true });
  for (const name of ['b.txt', 'utils/deep/a.ts', 'node_modules/other/x.js', '.output/y.js']) write(name, '');
  expect(trackedFiles(folder).map(({ path }) => path)).toEqual(['b.txt', 'utils/deep/a.ts']);
});

test('package, lockfile and change log name one version', () => {
  write('package.json', '{"version":"1.2.0"}');
  write('package-lock.json', '{"version":"1.1.0"}');
  write('CHANGELOG.md', '# Changes\n\n## 1.1.0\n');
  expect(versionFindings(folder)).toEqual([
    expect.stringContaining('package-lock.json'),
    expect.stringContaining('CHANGELOG.md'),
  ]);
  write('package-lock.json', '{"version":"1.2.0"}');
  write('CHANGELOG.md', '# Changes\n\n## 1.2.0 (2027-01-01)\n');
  expect(versionFindings(folder)).toEqual([]);
});

test('this project names one version', () => {
  expect(versionFindings('.')).toEqual([]);
});
