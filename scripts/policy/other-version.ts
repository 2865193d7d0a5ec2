/**
 * Gives a copy of a build another version. A browser never goes back to a lower version, so older code has to return under a higher
 * one.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../browser/start-process.ts';
import { misuse } from '../command-line.ts';

/** What Chromium accepts: one to four numbers up to 65535, without leading zeros. Firefox accepts all of these too. */
const FORM = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){0,3}$/;
const LARGEST = 65_535;

/** @returns the version unchanged. A version that a browser would refuse is misuse. */
export function readVersion(version: string): string {
  const numbers = version.split('.').map(Number);
  const fits = FORM.test(version) && numbers.every((number) => number <= LARGEST) && numbers.some(Boolean);
  return fits
    ? version
    : misuse(`"${version}" is no version: one to four numbers up to ${LARGEST}, such as 0.2.0.1`);
}

/** @returns above 0 if `a` is higher than `b`, below 0 if it is lower. A missing part counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const parts = Array.from({ length: 4 }, (_, part) => (left[part] ?? 0) - (right[part] ?? 0));
  return parts.find(Boolean) ?? 0;
}

/** @returns the lowest possible version above this one: it adds 1 to the fourth part, which is 0 if missing. */
export function nextVersion(version: string): string {
  const numbers = version.split('.').map(Number);
  const parts = Array.from({ length: 4 }, (_, part) => numbers[part] ?? 0);
  return [...parts.slice(0, 3), (parts[3] ?? 0) + 1].join('.');
}

/** Copies a build and changes only its manifest's version. @returns the copy's folder, which the caller has to remove. */
export function copyAsVersion(build: string, version: string): { folder: string; remove(): void } {
  const temporary = temporaryFolder('as-version');
  // What a browser has left in a build it loaded is that user's alone: nobody else could copy it, and no package contains it.
  cpSync(build, temporary.folder, { recursive: true, filter: (path) => basename(path) !== '_metadata' });
  const file = join(temporary.folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return temporary;
}
