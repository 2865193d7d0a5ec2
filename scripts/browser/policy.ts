/** Runs a browser under managed policy files that only it can see, in a mount namespace of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserName } from './find-browsers.ts';
import { temporaryFolder } from './start-process.ts';

/** Where each browser reads policies on Linux. */
const PLACES: Record<BrowserName, string> = {
  chromium: '/etc/chromium/policies/managed',
  firefox: '/etc/firefox/policies',
};

export interface ManagedPolicy {
  /** Words to put in front of the browser's command line (`LaunchOptions.wrapper`). */
  wrapper: readonly string[];
  /** Replaces the policy. Chromium notices within seconds; Firefox reads it when it starts. */
  write(policy: object): void;
  /** Takes the policy away as an administrator would: the file is gone. */
  clear(): void;
  remove(): void;
}

/**
 * @param policy - the whole file's content.
 * @returns a policy that a browser started with `wrapper` sees. On a machine that allows no namespaces, root in
 *   CI (a machine that is thrown away) writes the real file instead; anyone else gets an error that says so.
 */
export function managedPolicy(browser: BrowserName, policy: object): ManagedPolicy {
  const place = PLACES[browser];
  const temporary = temporaryFolder('policy');
  const own = join(temporary.folder, 'managed');
  mkdirSync(own, { recursive: true });
  const namespaced = spawnSync('unshare', ['-rm', 'true']).status === 0;
  if (!namespaced && !(process.env.CI && process.getuid?.() === 0)) {
    throw new Error(
      'This machine allows no private mount namespace (unshare -rm), which the policy tests need.',
    );
  }
  const folder = namespaced ? own : place;
  mkdirSync(folder, { recursive: true });
  // Chromium reads every file of the folder, so two policies on a machine without namespaces have a file each.
  const file = join(folder, browser === 'chromium' ? `${basename(temporary.folder)}.json` : 'policies.json');
  const made: ManagedPolicy = {
    wrapper: namespaced ? mountWords(own, place) : [],
    write: (next) => {
      // Renamed into place, so that a browser never reads half a file.
      writeFileSync(`${file}.new`, JSON.stringify(next, null, 2));
      renameSync(`${file}.new`, file);
    },
    clear: () => rmSync(file, { force: true }),
    remove: () => {
      rmSync(file, { force: true });
      temporary.remove();
    },
  };
  made.write(policy);
  return made;
}

/** A writable layer over `/etc` in memory, so that the folder may be made, and our folder mounted on it. */
function mountWords(own: string, folder: string): string[] {
  const script = [
    'set -e',
    'layer=$(mktemp -d)',
    'mount -t tmpfs none "$layer"',
    'mkdir "$layer/upper" "$layer/work"',
    'mount -t overlay none -o "lowerdir=/etc,upperdir=$layer/upper,workdir=$layer/work" /etc',
    'mkdir -p "$2"',
    'mount --bind "$1" "$2"',
    'shift 2',
    'exec "$@"',
  ];
  return ['unshare', '-rm', 'sh', '-c', script.join('\n'), 'sh', own, folder];
}
