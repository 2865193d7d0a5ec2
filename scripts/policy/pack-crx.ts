/** Packs a Chromium build as a CRX, signed with the host's key. */
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { idOfKey, readManifest } from '../browser/extension-folder.ts';
import { findBrowser, whatToInstall } from '../browser/find-browsers.ts';
import { atNamedPath, misuse, readNamedFile } from '../command-line.ts';
import { writeReadable } from './write-readable.ts';

export interface PackedCrx {
  /** The extension's id, which follows from the key. */
  id: string;
  version: string;
}

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Reads the host's private key, or makes it if there is none yet.
 * @param file - PEM outside the project: a key in the repository would let anyone sign as its host.
 * @returns the key. Without a file, it is one that nobody keeps, good for one installation without updates.
 */
export function hostKey(file: string | undefined): KeyObject {
  if (file === undefined) return newKey();
  const path = resolve(file);
  if (path === PROJECT || path.startsWith(PROJECT + sep)) {
    misuse(`${file}: keep the private key outside the project`);
  }
  if (existsSync(path)) return readKey(path);
  const key = newKey();
  atNamedPath(path, () =>
    writeFileSync(path, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' }),
  );
  return key;
}

function readKey(path: string): KeyObject {
  const pem = readNamedFile(path);
  try {
    return createPrivateKey(pem);
  } catch {
    return misuse(`${path}: this is not a private key (PEM)`);
  }
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** @returns the id that Chromium gives to an extension signed with the key. */
export function idOf(key: KeyObject): string {
  return idOfKey(createPublicKey(key).export({ type: 'spki', format: 'der' }));
}

/**
 * @param folder - a build, such as `.output/chrome-mv3`; it is not changed.
 * @param updateUrl - where `update.xml` will be; null writes no address. The browser takes updates from the manifest's address, not
 *   from the policy's.
 * @param file - the CRX to write. A folder that is not a build, or a machine without Chromium, is misuse. Throws if Chromium refuses.
 */
export function packCrx(folder: string, key: KeyObject, updateUrl: string | null, file: string): PackedCrx {
  // The pinned public key is for unpacked copies. Nobody has its private key.
  const { key: _pinned, ...manifest } = readManifest(folder);
  const program = findBrowser('chromium') ?? misuse(whatToInstall('chromium'));
  const work = mkdtempSync(join(tmpdir(), 'second-thought-pack-'));
  try {
    const copy = join(work, 'extension');
    // A browser that has loaded the build leaves its own files in it, which do not belong in a package.
    cpSync(folder, copy, { recursive: true, filter: (path) => basename(path) !== '_metadata' });
    writeFileSync(
      join(copy, 'manifest.json'),
      JSON.stringify(updateUrl === null ? manifest : { ...manifest, update_url: updateUrl }),
    );
    const keyFile = join(work, 'key.pem');
    writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const words = [
      `--pack-extension=${copy}`,
      `--pack-extension-key=${keyFile}`,
      `--user-data-dir=${join(work, 'profile')}`,
      '--headless',
      // Packing renders nothing, and Chromium refuses to run as root with the sandbox.
      '--no-sandbox',
    ];
    const run = spawnSync(program, words, { timeout: 60_000, encoding: 'utf8' });
    if (!existsSync(`${copy}.crx`)) throw new Error(`Chromium did not pack ${folder}: ${run.stderr}`);
    // Chromium makes the file readable only for its owner, but on a device an ordinary user's browser has to read it.
    writeReadable(file, readFileSync(`${copy}.crx`));
    return { id: idOf(key), version: manifest.version };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
