/** Gives a copy of a build another version: a browser never goes back to a lower one, so older code comes back under a higher number. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../browser/start-process.ts';
import { misuse } from '../command-line.ts';

/** What Chromium takes: one to four numbers up to 65535, without leading zeros. Firefox takes all of these too. */
const FORM = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){0,3}$/;
const LARGEST = 65_535;

/** @returns the version as it was given. One that a browser would refuse is a misuse. */
export function readVersion(version: string): string {
  const numbers = version.split('.').map(Number);
  const fits = FORM.test(version) && numbers.every((number) => number <= LARGEST) && numbers.some(Boolean);
  return fits
    ? version
    : misuse(`"${version}" is no version: one to four numbers up to ${LARGEST}, such as 0.2.0.1`);
}

/** @returns above 0 where `a` is higher than `b`, below 0 where it is lower; a part that is missing counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const parts = Array.from({ length: 4 }, (_, part) => (left[part] ?? 0) - (right[part] ?? 0));
  return parts.find(Boolean) ?? 0;
}

/** @returns the lowest version above this one that can be written: a fourth part, or the next number in it. */
export function nextVersion(version: string): string {
  const numbers = version.split('.').map(Number);
  const parts = Array.from({ length: 4 }, (_, part) => numbers[part] ?? 0);
  return [...parts.slice(0, 3), (parts[3] ?? 0) + 1].join('.');
}

/** Copies a build; only its manifest's version differs. @returns the copy's folder, to be removed by the caller. */
export function copyAsVersion(build: string, version: string): { folder: string; remove(): void } {
  const temporary = temporaryFolder('as-version');
  cpSync(build, temporary.folder, { recursive: true });
  const file = join(temporary.folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return temporary;
}
