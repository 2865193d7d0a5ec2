/** Asks git about the tree: its files, and whether it has uncommitted changes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface TrackedFile {
  /** Relative to the project's root, with `/`. */
  path: string;
  executable: boolean;
}

/** What .gitignore excludes, for an unpacked archive, where git cannot be asked. */
const NOT_SOURCES = ['node_modules', '.git', '.output', '.wxt', '.work', 'coverage'];

/** @returns every committed or staged file, by name. In an unpacked archive, it is every file that the build did not make. */
export function trackedFiles(root: string): TrackedFile[] {
  const files = isRepository(root) ? indexed(root) : walked(root);
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** @returns one line for each change that is not committed; empty if the tree is the commit. */
export function uncommitted(root: string): string[] {
  return git(root, 'status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '');
}

/** @returns whether the folder is the root of a git repository's work tree. An unpacked archive is not. */
export function isRepository(root: string): boolean {
  return existsSync(join(root, '.git')) && gitIsHere();
}

/** @returns whether git can be run at all. */
export function gitIsHere(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function indexed(root: string): TrackedFile[] {
  return (
    git(root, 'ls-files', '--stage', '-z')
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => ({ path: line.slice(line.indexOf('\t') + 1), executable: line.startsWith('100755') }))
      // Deleted, but not yet committed.
      .filter(({ path }) => existsSync(join(root, path)))
  );
}

function walked(root: string): TrackedFile[] {
  return readdirSync(root)
    .filter((name) => !NOT_SOURCES.includes(name))
    .flatMap((name) => {
      const within = statSync(join(root, name)).isDirectory()
        ? readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((file) => join(name, file))
        : [name];
      return within.filter((file) => statSync(join(root, file)).isFile());
    })
    .map((file) => ({
      path: file.split(sep).join('/'),
      executable: (statSync(join(root, file)).mode & 0o100) !== 0,
    }));
}

function git(root: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
