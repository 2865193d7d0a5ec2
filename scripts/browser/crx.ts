/** Packs a build as a CRX with a throw-away key, and serves it with the update manifest that a policy points to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostKey, packCrx } from '../policy/pack-crx.ts';
import { updateXml } from '../policy/update-xml.ts';
import type { Handler } from './site/site.ts';
import { temporaryFolder } from './start-process.ts';

export interface ServedExtension {
  /** The extension's id, which follows from the throw-away key. */
  id: string;
  /** Serves the CRX and `update.xml` on the host `updates.test`. */
  handler: Handler;
  /** For `ExtensionSettings.<id>.update_url`. */
  updateUrl: string;
  remove(): void;
}

/** Packs the build in `folder` with the installed Chromium. @returns a handler that serves it, its id and its update address. */
export function serveCrx(folder: string): ServedExtension {
  const temporary = temporaryFolder('crx');
  const file = join(temporary.folder, 'extension.crx');
  const { id, version } = packCrx(folder, hostKey(undefined), null, file);
  const crx = readFileSync(file);
  const xml = updateXml(id, version, 'http://updates.test/extension.crx');
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
