/** Writes files that every account of a device can read: browsers run as ordinary users, whoever made the files. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file; neither the umask nor an older file decides its mode.
 * @param mode - 0644 unless said. Never for a private key, which nobody else may read.
 */
export function writeReadable(path: string, content: string | Uint8Array, mode = 0o644): void {
  writeFileSync(path, content);
  chmodSync(path, mode);
}

/** Makes a folder, and those above it that are missing, for everybody to look into. */
export function makeReadableFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true });
  if (made === undefined) return;
  const first = resolve(made);
  for (let folder = resolve(path); folder.length >= first.length; folder = dirname(folder)) {
    chmodSync(folder, 0o755);
  }
}
