/** Makes copies of the project in other folders, and builds them as other people would. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

/** Clones the project's last commit, without changes that are not committed. */
export function cloneCommit(folder: string): void {
  mkdirSync(join(folder, '..'), { recursive: true });
  run(PROJECT, 'git', ['clone', '--quiet', '--no-hardlinks', PROJECT, folder]);
}

/** Installs what the lockfile says: from the network (with `RELEASE_INSTALL=1`), or by copying what is installed here. */
export function install(folder: string): void {
  if (process.env.RELEASE_INSTALL) {
    run(folder, 'npm', ['ci']);
    return;
  }
  const from = join(PROJECT, 'node_modules');
  const to = join(folder, 'node_modules');
  try {
    // Uses hard links, which give real folders in another place without the time and space of a copy.
    run(PROJECT, 'cp', ['-al', from, to]);
  } catch {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}

/** Builds all four targets. @param environment - what differs between machines: time zone, language. */
export function build(folder: string, environment: Readonly<Record<string, string>> = {}): void {
  run(folder, 'npm', ['run', 'build'], environment);
}

function run(
  cwd: string,
  program: string,
  words: string[],
  more: Readonly<Record<string, string>> = {},
): void {
  // With Vitest's own settings, it would become a build for tests.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST)/.test(name),
    ),
  );
  try {
    execFileSync(program, words, { cwd, env: { ...environment, ...more }, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(
      `${program} ${words.join(' ')} in ${cwd} failed:\n${stdout.slice(-4000)}\n${stderr.slice(-4000)}`,
    );
  }
}
