/** Reads the files of a build as a store receives them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type ZipEntry, zipFile } from '../../utils/deploy/zip-file.ts';

/**
 * @param build - a folder such as `.output/chrome-mv3`.
 * @returns every file, by name. Leaves out the manifest's `key`: it fixes the id of unpacked copies, and stores refuse it.
 */
export function packageFiles(build: string): ZipEntry[] {
  return (
    readdirSync(build, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(build, file)).isFile())
      .map((file) => file.split(sep).join('/'))
      // Chromium stores its indexed rules in the folder of an unpacked extension. No package contains them.
      .filter((path) => !path.startsWith('_metadata/'))
      .sort()
      .map((path) => {
        const bytes = readFileSync(join(build, path));
        return { path, bytes: path === 'manifest.json' ? withoutKey(bytes) : bytes, executable: false };
      })
  );
}

/**
 * @returns the archive. Names, times and order are fixed. The compression is zlib's, which may differ between kinds of
 *   processors, so a release also lists the digest of every file inside.
 */
export function packed(files: readonly ZipEntry[]): Uint8Array {
  return zipFile(files, (bytes) => deflateRawSync(bytes, { level: 9 }));
}

function withoutKey(manifest: Uint8Array): Uint8Array {
  const { key: _unpackedOnly, ...rest } = JSON.parse(new TextDecoder().decode(manifest)) as Record<
    string,
    unknown
  >;
  return new TextEncoder().encode(JSON.stringify(rest));
}
