/** `npm run pack`: packs builds for hosting them oneself: CRX with `update.xml`, XPI, and the lines for the kit's configuration. */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../browser/extension-folder.ts';
import { packXpi } from '../browser/xpi.ts';
import { atNamedPath, misuse, runCommand } from '../command-line.ts';
import { hostKey, packCrx } from './pack-crx.ts';
import { updateXml } from './update-xml.ts';
import { makeReadableFolder, writeReadable } from './write-readable.ts';

const USAGE = `npm run pack -- --base-url URL --out DIR [--key FILE] [--chrome DIR] [--firefox DIR]
  --base-url  where the files will be served: https://, http:// or file:///
  --out       folder for the files
  --key       your private key (PEM, outside the project); made if it is not there.
              Keep it: the next version must be signed with it. Without it a key is made and thrown away.
  --chrome    a Chromium build, .output/chrome-mv3 unless said otherwise
  --firefox   a Firefox build, .output/firefox-mv3 unless said otherwise
Exit codes: 0 fine, 1 nothing to pack, 2 used wrongly.`;

await runCommand({
  usage: USAGE,
  options: {
    'base-url': { type: 'string' },
    out: { type: 'string' },
    key: { type: 'string' },
    chrome: { type: 'string', default: '.output/chrome-mv3' },
    firefox: { type: 'string', default: '.output/firefox-mv3' },
  },
  run({ values: { 'base-url': base, out, key: keyFile, chrome, firefox } }) {
    if (!out) return misuse('--out DIR is needed');
    if (!base) return misuse('--base-url URL is needed');
    if (!/^(?:https?:\/\/|file:\/\/\/)\S+$/.test(base)) {
      return misuse(`--base-url: an address with https://, http:// or file:/// was expected, not "${base}"`);
    }
    const folder = base.replace(/\/+$/, '');
    atNamedPath(out, () => makeReadableFolder(out));
    const config: Record<string, object> = {};

    if (existsSync(chrome)) {
      const updateUrl = `${folder}/update.xml`;
      const crx = join(out, 'second-thought.crx');
      const { id, version } = packCrx(chrome, hostKey(keyFile), updateUrl, crx);
      writeReadable(join(out, 'update.xml'), updateXml(id, version, `${folder}/second-thought.crx`));
      config.chromium = { channel: 'selfHosted', id, updateUrl };
      if (!keyFile)
        console.error(
          'The key was thrown away: no later version can update this copy. Give --key to keep one.',
        );
    } else console.error(`${chrome} is not there: no CRX was made. Build first (npm run build).`);

    if (existsSync(firefox)) {
      // Firefox fetches a forced add-on again only when its address changes, so the version is part of the name.
      const name = `second-thought-${readManifest(firefox).version}.xpi`;
      const xpi = join(out, name);
      packXpi(firefox, xpi);
      chmodSync(xpi, 0o644);
      config.firefox = { installUrl: `${folder}/${name}` };
    } else console.error(`${firefox} is not there: no XPI was made. Build first (npm run build).`);

    if (Object.keys(config).length === 0) return 1;
    const file = join(out, 'kit-source.json');
    writeReadable(file, `${JSON.stringify(config, null, 2)}\n`);
    console.log(`Packed into ${out}. Give ${file} to npm run policy as its --source.`);
    return 0;
  },
});
