/** Writes files that every account of a device can read: browsers run as ordinary users, no matter who made the files. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file with this mode, whatever the umask and an older file's mode are.
 * @param mode - 0644 by default. Never use this for a private key, which nobody else may read.
 */
export function writeReadable(path: string, content: string | Uint8Array, mode = 0o644): void {
  writeFileSync(path, content);
  chmodSync(path, mode);
}

/** Makes a folder, and missing ones above it, that everybody can look into. */
export function makeReadableFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true });
  if (made === undefined) return;
  const first = resolve(made);
  for (let folder = resolve(path); folder.length >= first.length; folder = dirname(folder)) {
    chmodSync(folder, 0o755);
  }
}
