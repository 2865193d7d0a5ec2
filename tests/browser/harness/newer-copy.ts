/** Makes a copy of a build with a higher version, for tests of an update. */
import { readManifest } from '../../../scripts/browser/extension-folder.ts';
import { copyAsVersion } from '../../../scripts/policy/other-version.ts';

/** @returns the copy's folder. Its version has one more part than the original's. */
export function newerCopy(extension: string): { folder: string; version: string; remove(): void } {
  const version = `${readManifest(extension).version}.1`;
  return { ...copyAsVersion(extension, version), version };
}
