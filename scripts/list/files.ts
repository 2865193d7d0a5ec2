/** Says where everything in `data/list` is, and which file a host belongs in. */
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { ListEntries } from '../../utils/pattern/entry.ts';

/** The project's own list. */
export const LIST_FOLDER = join(import.meta.dirname, '../../data/list');

/** Files with one entry for each line, except hosts. */
export const SINGLE_FILES = {
  paths: 'paths.jsonl',
  brands: 'brands.jsonl',
  names: 'names.jsonl',
  places: 'places.jsonl',
  exclusions: 'name-exclusions.jsonl',
  wrappers: 'wrappers.jsonl',
  engines: 'engines.jsonl',
  searches: 'searches.jsonl',
  searchExclusions: 'search-exclusions.jsonl',
} as const satisfies Record<Exclude<keyof ListEntries, 'hosts'>, string>;

/** @returns every host file below `folder`, as paths relative to it: `hosts/<tier>/<kind>[.from-<first host>].jsonl`. */
export function hostFiles(folder: string): string[] {
  return filesIn(folder).filter((file) => file.endsWith('.jsonl'));
}

/** @returns every other file there, except hidden ones and what a command that broke off left (`.new`). */
export function otherFiles(folder: string): string[] {
  return filesIn(folder).filter((file) => !/\.jsonl(?:\.new)?$|\/\.[^/]*$/.test(file));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(folder, 'hosts'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @returns the file for a host: of its tier and kind, the last one that begins at or before it. */
export function fileForHost(
  files: readonly string[],
  tier: string,
  kind: string,
  host: string,
): string | null {
  const own = files
    .filter((file) => file.startsWith(`hosts/${tier}/`) && basename(file).split('.')[0] === kind)
    .sort((a, b) => (firstHost(a) < firstHost(b) ? -1 : 1));
  return own.findLast((file) => firstHost(file) <= host) ?? own[0] ?? null;
}

/** `hosts/core/escort-directory.from-les.jsonl` begins at `les`. A file without a range begins at the start. */
function firstHost(file: string): string {
  return /\.from-(.+)\.jsonl$/.exec(file)?.[1] ?? '';
}
