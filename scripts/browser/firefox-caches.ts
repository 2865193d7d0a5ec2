/** Gives new Firefox profiles the caches of the program's own code, on which each first start spends more than a second. */
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The second names the version that the first belongs to: without it Firefox discards the first. */
const KEPT = ['startupCache', 'compatibility.ini'];

/** @returns where the caches of this program are kept; another version of it has another folder. */
function cachesFolder(program: string): string {
  const { mtimeMs, size } = statSync(realpathSync(program));
  return resolve('.work/firefox-caches', `${size}-${Math.round(mtimeMs)}`);
}

/** @returns whether caches of this program are kept. */
export const hasCaches = (program: string): boolean => existsSync(cachesFolder(program));

/** Puts the kept caches into a profile that was never started. Nothing is done where none are kept. */
export function useCaches(program: string, profile: string): void {
  if (!hasCaches(program) || existsSync(join(profile, 'compatibility.ini'))) return;
  copy(cachesFolder(program), profile);
}

/** Keeps the caches of a profile whose bare Firefox has ended. */
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
