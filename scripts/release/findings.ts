/** Finds what would stop a release and can be checked without a build: the tree, the version, private keys. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { privateKeys } from './private-keys.ts';
import { isRepository, trackedFiles, uncommitted } from './tracked-files.ts';

/** The most bytes of a file that is searched for a key. A larger one is data. */
const LARGEST_KEY_FILE = 2_000_000;

/** @returns why the tree cannot be a release that others can rebuild. A draft is still allowed. */
export function treeFindings(root: string): string[] {
  if (!isRepository(root))
    return ['This folder is no git repository, so the release could not name its commit.'];
  const changes = uncommitted(root);
  if (changes.length === 0) return [];
  return [`Not committed:\n${changes.map((line) => `  ${line}`).join('\n')}`];
}

/** @returns where the version differs from package.json, or is missing in the change log. */
export function versionFindings(root: string): string[] {
  const { version } = readJson(join(root, 'package.json'));
  const lock = readJson(join(root, 'package-lock.json')).version;
  const log = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [`package.json: stores take versions such as 1.2.3, not "${version}".`]),
    ...(lock === version ? [] : [`package-lock.json is of version ${lock}, package.json of ${version}.`]),
    ...(log.includes(`\n## ${version}`) ? [] : [`CHANGELOG.md has no heading "## ${version}".`]),
  ];
}

/** @returns one sentence for each private key among the committed files. */
export function keyFindings(root: string): string[] {
  const paths = trackedFiles(root).map(({ path }) => path);
  const small = paths.filter((path) => statSync(join(root, path)).size <= LARGEST_KEY_FILE);
  return privateKeys(small, (path) => readFileSync(join(root, path), 'latin1'));
}

function readJson(file: string): { version: string } {
  return JSON.parse(readFileSync(file, 'utf8')) as { version: string };
}
