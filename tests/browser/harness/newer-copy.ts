/** Makes a copy of a build with a higher version, for tests of an update. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

/** @returns the copy's folder; its version has one more part than the original's. */
export function newerCopy(extension: string): { folder: string; version: string; remove(): void } {
  const temporary = temporaryFolder('newer');
  cpSync(extension, temporary.folder, { recursive: true });
  const file = join(temporary.folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const version = `${manifest.version}.1`;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return { ...temporary, version };
}
