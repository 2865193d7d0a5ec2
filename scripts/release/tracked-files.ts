/** What git knows of the tree: its files, and whether it is as the commit has it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface TrackedFile {
  /** From the project's root, with `/`. */
  path: string;
  executable: boolean;
}

/** @returns every committed or staged file, by name. Throws outside a git repository. */
export function trackedFiles(root: string): TrackedFile[] {
  return (
    git(root, 'ls-files', '--stage', '-z')
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => ({ path: line.slice(line.indexOf('\t') + 1), executable: line.startsWith('100755') }))
      // Deleted, but not yet committed.
      .filter(({ path }) => existsSync(join(root, path)))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  );
}

/** @returns one line for each change that is not committed; empty where the tree is the commit. */
export function uncommitted(root: string): string[] {
  return git(root, 'status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '');
}

/** @returns whether the folder is the root of a git repository's work tree; an unpacked archive is none. */
export function isRepository(root: string): boolean {
  return existsSync(join(root, '.git'));
}

function git(root: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
