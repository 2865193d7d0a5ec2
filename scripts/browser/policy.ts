/** Runs a browser under managed policy files that only it can see, in a mount namespace of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import type { BrowserName } from './find-browsers.ts';
import { temporaryFolder } from './start-process.ts';

/** Where each browser reads policies on Linux, and the subfolder for mandatory ones, which a person cannot change. */
const PLACES: Record<BrowserName, { root: string; mandatory: string }> = {
  chromium: { root: '/etc/chromium/policies', mandatory: 'managed' },
  firefox: { root: '/etc/firefox/policies', mandatory: '' },
};

export interface ManagedPolicy {
  /** Words to put in front of the browser's command line (`LaunchOptions.wrapper`). */
  wrapper: readonly string[];
  /** Replaces the policy. Chromium notices within seconds; Firefox reads it when it starts. */
  write(policy: object): void;
  /** Adds a file of the recommended level, which a person may overrule. Only Chromium has that level. */
  recommend(policy: object): void;
  /** Deletes the policy's file, as an administrator would. */
  clear(): void;
  remove(): void;
}

/**
 * @param policy - the content of the whole file.
 * @returns a policy for the browser that is started with `wrapper`. Where the machine allows no namespaces, root writes the real
 *   file in CI (the machine is thrown away); anyone else gets an error that says so.
 */
export function managedPolicy(browser: BrowserName, policy: object): ManagedPolicy {
  const { root, mandatory } = PLACES[browser];
  const temporary = temporaryFolder('policy');
  const own = join(temporary.folder, 'policies');
  mkdirSync(own, { recursive: true });
  const namespaced = spawnSync('unshare', ['-rm', 'true']).status === 0;
  if (!namespaced && !(process.env.CI && process.getuid?.() === 0)) {
    throw new Error(
      'This machine allows no private mount namespace (unshare -rm), which the policy tests need.',
    );
  }
  const seen = namespaced ? own : root;
  // Chromium reads every file in the folder. Separate names keep two policies apart on a machine without namespaces.
  const name = browser === 'chromium' ? `${basename(temporary.folder)}.json` : 'policies.json';
  const file = join(seen, mandatory, name);
  const recommended = join(seen, 'recommended', name);
  const made: ManagedPolicy = {
    wrapper: namespaced ? mountWords(own, root) : [],
    write: (next) => put(file, next),
    recommend: (next) => put(recommended, next),
    clear: () => rmSync(file, { force: true }),
    remove: () => {
      for (const each of [file, recommended]) rmSync(each, { force: true });
      temporary.remove();
    },
  };
  made.write(policy);
  return made;
}

/** A browser may read the file at any moment. */
function put(file: string, policy: object): void {
  replaceFile(file, JSON.stringify(policy, null, 2));
}

/** Mounts a writable layer in memory over `/etc`, so that the folder can be made there, and mounts `own` on that folder. */
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
