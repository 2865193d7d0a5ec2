/** Packs a built extension as an XPI: a zip archive without compression. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipFile } from '../../utils/deploy/zip-file.ts';

/** Writes every file under `folder` to `file`. */
export function packXpi(folder: string, file: string): void {
  const entries = filesUnder(folder).map((path) => ({
    path: relative(folder, path).split(sep).join('/'),
    bytes: readFileSync(path),
    executable: false,
  }));
  writeFileSync(file, zipFile(entries));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });
}
