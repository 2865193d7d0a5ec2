/** Finds an address in any form in which it may have been stored: plain, encoded, or as a hash without salt. */
import { createHash, randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const LETTERS = 'bcdfghjklmnpqrstvwxz';
const HASHES = ['md5', 'sha1', 'sha256', 'sha512'];

/** @returns a random mark that occurs nowhere else: letters only, so that it fits in a host and does not compress. */
export function mark(): string {
  return Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** @returns every encoding of a text that a plain search would miss. */
export function encodings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  // Base64 depends on a byte's position in its group of three. Cuts off the ends, which depend on the neighboring bytes.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before + 1, -2),
  );
  const percent = hex.replace(/../g, '%$&');
  return [
    bytes,
    Buffer.from(text.toUpperCase()),
    Buffer.from([...text].reverse().join('')),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    // Firefox's databases add one to each letter of a key.
    Buffer.from(bytes.map((byte) => byte + 1)),
    ...[hex, hex.toUpperCase(), percent, percent.toUpperCase(), ...base64].map((each) => Buffer.from(each)),
  ];
}

/** @returns the hashes of a text, as bytes and as text. */
export function hashes(text: string): Buffer[] {
  return HASHES.flatMap((name) => {
    const raw = createHash(name).update(text).digest();
    const base64 = raw.toString('base64').replace(/=+$/, '');
    const written = [raw.toString('hex'), base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
    return [raw, ...written.map((each) => Buffer.from(each))];
  });
}

/** @returns whether any of the needles is in the bytes. */
export function holds(bytes: Buffer, needles: readonly Buffer[]): boolean {
  return needles.some((needle) => bytes.includes(needle));
}

/**
 * @param among - which files to search, by their path below the folder; all by default.
 * @returns the files below a folder that have a needle in their path or content. The paths have `/` and are sorted.
 */
export function filesWith(
  folder: string,
  needles: readonly Buffer[],
  among: (file: string) => boolean = () => true,
): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(among)
    .filter((file) => holds(Buffer.concat([Buffer.from(file), readFileSync(join(folder, file))]), needles))
    .sort();
}
