/** Reads from a built extension's folder what the tests need to know: its manifest, its id, a page to run code on. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { misuse } from '../command-line.ts';

export interface BuiltManifest {
  version: string;
  key?: string;
  options_ui?: { page?: string };
  action?: { default_popup?: string };
  icons?: Readonly<Record<string, string>>;
  browser_specific_settings?: { gecko?: { id?: string } };
}

/** Reads `manifest.json` of a build. A folder that is not a build ends the command as misuse. */
export function readManifest(folder: string): BuiltManifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as BuiltManifest;
  } catch (error) {
    return misuse(`${folder} is not a built extension: ${(error as Error).message}`);
  }
}

/** @returns Chromium's id: from the public `key`, or from the folder's path where the manifest has none. */
export function chromiumId(folder: string): string {
  const { key } = readManifest(folder);
  return idOfKey(key ? Buffer.from(key, 'base64') : Buffer.from(resolve(folder)));
}

/** @returns the id Chromium derives from a public key in DER: 128 bits of SHA-256, written with the letters a to p. */
export function idOfKey(key: Buffer): string {
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return hex.replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** @returns Firefox's id. Throws if the manifest does not fix one. */
export function firefoxId(folder: string): string {
  const id = readManifest(folder).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder}/manifest.json has no browser_specific_settings.gecko.id`);
  return id;
}

/**
 * @returns a page of the extension that has its APIs and may ask for settings, and a picture that has the APIs too but runs
 *   nothing.
 */
export function plainExtensionPages(folder: string): { page: string; picture: string | null } {
  const { options_ui, action, icons } = readManifest(folder);
  return {
    page: options_ui?.page ?? action?.default_popup ?? 'notice.html',
    picture: Object.values(icons ?? {})[0] ?? null,
  };
}
