/** Installs what the browser tests need, if it is missing and this is root on Debian; that needs no confirmation. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, findBrowser, whatToInstall } from './find-browsers.ts';

const PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Something on this machine is missing or has failed, and a person has to fix it. The message is the one sentence they read. */
export class SetupProblem extends Error {}

/**
 * Makes sure that each browser is installed. Installs a missing one with apt if this is root on Debian; never uses sudo.
 *
 * @returns the path of each program. Throws a `SetupProblem` that says what to install if a browser is still missing.
 */
export function ensureBrowsers(...names: BrowserName[]): Record<BrowserName, string> {
  const missing = names.filter((name) => !findBrowser(name));
  const debianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && debianRoot) {
    apt('update', '-q');
    apt('install', '-q', '-y', '--no-install-recommends', ...missing.map((name) => PACKAGES[name]));
  }
  const found = names.map((name): [BrowserName, string] => {
    const path = findBrowser(name);
    if (!path) throw new SetupProblem(whatToInstall(name));
    return [name, path];
  });
  return Object.fromEntries(found) as Record<BrowserName, string>;
}

/**
 * Makes sure that there is a C compiler on Linux, for the device clock that tests set. Throws a `SetupProblem` that says what to
 * install if it cannot install one.
 */
export function ensureCompiler(): void {
  const there = () => spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.platform !== 'linux' || there()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    apt('update', '-q');
    apt('install', '-q', '-y', '--no-install-recommends', 'gcc', 'libc6-dev');
  }
  if (!there())
    throw new SetupProblem('Install a C compiler (cc): the tests set the clock of a device with it.');
}

/** Runs `make`. On a `SetupProblem`, prints its sentence and ends the program. Any other error is a bug and keeps its stack trace. */
export function orSay<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function apt(...words: string[]): void {
  console.log(`apt-get ${words.join(' ')}`);
  const run = spawnSync('apt-get', words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0)
    throw new SetupProblem(`apt-get ${words[0]} ended with status ${run.status ?? run.signal}.`);
}
