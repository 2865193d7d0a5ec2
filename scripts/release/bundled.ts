/** Records which packages the bundler put into which target, for the release. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENSES_FILE, type Licensed, packagedNotice, readLicensed } from './licenses.ts';

/** Inside the folder of the builds, so that it is made and deleted with them. */
const FOLDER = '.output/bundled-packages';

/**
 * Writes the license texts into the build, and the packages' names next to it.
 * @param folders - of all packages with code in the bundles.
 * @param target - `chrome`, `edge`, `firefox` or `safari`.
 * @param build - the build's folder.
 */
export function writeBundled(folders: Iterable<string>, target: string, build: string): void {
  const packages = [...folders].map(readLicensed).sort(byName);
  writeFileSync(join(build, LICENSES_FILE), packagedNotice(packages));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${target}.json`), `${JSON.stringify(packages)}\n`);
}

/** @returns every package in any of the targets, by name. Throws if a target was not built. */
export function readBundled(targets: readonly string[], root = '.'): Licensed[] {
  const all = targets.flatMap(
    (target) => JSON.parse(readFileSync(join(root, FOLDER, `${target}.json`), 'utf8')) as Licensed[],
  );
  return [...new Map(all.map((one) => [`${one.name} ${one.version}`, one])).values()].sort(byName);
}

function byName(one: Licensed, other: Licensed): number {
  const a = `${one.name} ${one.version}`;
  const b = `${other.name} ${other.version}`;
  return a < b ? -1 : a > b ? 1 : 0;
}
