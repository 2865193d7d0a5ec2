/** Builds the extension for one browser, unless the last build is newer than everything it was made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserName } from '../browser/find-browsers.ts';
import { SetupProblem } from '../browser/install-browsers.ts';

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'data',
  'public',
  // The build reads the list, the facts and the licenses with these scripts.
  'scripts',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
];

/** @returns the folder of the build. Throws a `SetupProblem` if the build fails. */
export function freshBuild(browser: BrowserName): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  const folder = resolve('.output', `${target}-mv3`);
  const manifest = join(folder, 'manifest.json');
  const built = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (built > Math.max(...SOURCES.map(newest))) return folder;
  console.log(`Building the extension for ${target} ...`);
  const words = ['wxt', 'build', '-b', target, '--mv3', '--level', 'warn'];
  const run = spawnSync('npx', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new SetupProblem('The build failed; its output is above.');
  return folder;
}

/** @returns the time of the newest file at or under a path, in milliseconds. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
