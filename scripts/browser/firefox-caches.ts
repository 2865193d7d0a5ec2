/** Gives new Firefox profiles the caches of Firefox's own code. Building them takes each first start more than a second. */
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** `compatibility.ini` names the version that `startupCache` belongs to. Without it, Firefox discards the cache. */
const KEPT = ['startupCache', 'compatibility.ini'];

/** @returns the folder for the caches of this program. Each version of the program has its own. */
function cachesFolder(program: string): string {
  const { mtimeMs, size } = statSync(realpathSync(program));
  return resolve('.work/firefox-caches', `${size}-${Math.round(mtimeMs)}`);
}

/** @returns whether caches of this program are stored. */
export const hasCaches = (program: string): boolean => existsSync(cachesFolder(program));

/** Copies the stored caches, if there are any, into a profile that was never started. */
export function useCaches(program: string, profile: string): void {
  if (!hasCaches(program) || existsSync(join(profile, 'compatibility.ini'))) return;
  copy(cachesFolder(program), profile);
}

/** Stores the caches of a profile whose Firefox, run without the extension, has ended. */
export function keepCaches(program: string, profile: string): void {
  const folder = cachesFolder(program);
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  copy(profile, half);
  // Renamed into place, so that half a copy is never used.
  renameSync(half, folder);
}

function copy(from: string, to: string): void {
  for (const name of KEPT) cpSync(join(from, name), join(to, name), { recursive: true });
}
