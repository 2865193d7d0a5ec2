/** Packs a build as a CRX with a throw-away key and serves it with the update manifest a policy points to. */
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOfKey, readManifest } from './extension-folder.ts';
import { findBrowser, whatToInstall } from './find-browsers.ts';
import type { Handler } from './site/site.ts';
import { temporaryFolder } from './start-process.ts';

export interface PackedExtension {
  /** The id that follows from the throw-away key. */
  id: string;
  /** Serves the CRX and `update.xml` on the host `updates.test`. */
  handler: Handler;
  /** For `ExtensionSettings.<id>.update_url`. */
  updateUrl: string;
  remove(): void;
}

/** Packs with the installed Chromium. The manifest's public `key`, if any, is replaced: nobody holds its other half. */
export function packCrx(folder: string): PackedExtension {
  const program = findBrowser('chromium');
  if (!program) throw new Error(whatToInstall('chromium'));
  const temporary = temporaryFolder('crx');
  const copy = join(temporary.folder, 'extension');
  cpSync(folder, copy, { recursive: true });
  const { key: _key, ...manifest } = readManifest(folder);
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyFile = join(temporary.folder, 'throw-away.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const words = [`--pack-extension=${copy}`, `--pack-extension-key=${keyFile}`, '--no-sandbox', '--headless'];
  const run = spawnSync(program, [...words, `--user-data-dir=${join(temporary.folder, 'profile')}`], {
    timeout: 60_000,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`Chromium did not pack ${folder}: ${run.stderr}`);
  const crx = readFileSync(`${copy}.crx`);
  const id = idOfKey(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }));
  const codebase = 'http://updates.test/extension.crx';
  const xml = `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="${codebase}" version="${manifest.version}"/></app></gupdate>`;
  return {
    id,
    updateUrl: 'http://updates.test/update.xml',
    handler: (visit, address) => {
      if (visit.host !== 'updates.test') return null;
      return address.pathname === '/update.xml'
        ? { headers: { 'content-type': 'text/xml' }, body: xml }
        : { headers: { 'content-type': 'application/x-chrome-extension' }, body: crx };
    },
    remove: temporary.remove,
  };
}
