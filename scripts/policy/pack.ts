/** `npm run pack`: packs builds for self-hosting: CRX with `update.xml`, XPI, and the lines for the kit's configuration. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../browser/extension-folder.ts';
import { packXpi } from '../browser/xpi.ts';
import { atNamedPath, misuse, runCommand } from '../command-line.ts';
import { compareVersions, copyAsVersion, nextVersion, readVersion } from './other-version.ts';
import { hostKey, packCrx } from './pack-crx.ts';
import { updateXml, versionIn } from './update-xml.ts';
import { makeReadableFolder, writeReadable } from './write-readable.ts';

const USAGE = `npm run pack -- --base-url URL --out DIR [--key FILE] [--chrome DIR] [--firefox DIR] [--as-version VERSION]
  --base-url  where the files will be served: https://, http:// or file:///
  --out       folder for the files
  --key       your private key (PEM, outside the project); made if it is not there.
              Keep it: the next version must be signed with it. Without it a key is made and thrown away.
  --chrome    a Chromium build, .output/chrome-mv3 unless said otherwise
  --firefox   a Firefox build, .output/firefox-mv3 unless said otherwise
  --as-version  the version to write instead of the build's own. For a rollback: browsers take older code only under
              a higher number than the one they have, such as 0.2.0.1 after 0.2.0.
Exit codes: 0 fine, 1 nothing to pack, 2 used wrongly.`;

await runCommand({
  usage: USAGE,
  options: {
    'base-url': { type: 'string' },
    out: { type: 'string' },
    key: { type: 'string' },
    chrome: { type: 'string', default: '.output/chrome-mv3' },
    firefox: { type: 'string', default: '.output/firefox-mv3' },
    'as-version': { type: 'string' },
  },
  run({ values: { 'base-url': base, out, key: keyFile, chrome, firefox, 'as-version': asVersion } }) {
    if (!out) return misuse('--out DIR is needed');
    if (!base) return misuse('--base-url URL is needed');
    if (!/^(?:https?:\/\/|file:\/\/\/)\S+$/.test(base)) {
      return misuse(`--base-url: an address with https://, http:// or file:/// was expected, not "${base}"`);
    }
    const version = asVersion === undefined ? undefined : readVersion(asVersion);
    const folder = base.replace(/\/+$/, '');
    atNamedPath(out, () => makeReadableFolder(out));
    const config: Record<string, object> = {};

    if (existsSync(chrome)) {
      config.chromium = withVersion(chrome, version, (build) => packChromium(build, out, folder, keyFile));
    } else console.error(`${chrome} is not there: no CRX was made. Build first (npm run build).`);

    if (existsSync(firefox)) {
      config.firefox = withVersion(firefox, version, (build) => packFirefox(build, out, folder));
    } else console.error(`${firefox} is not there: no XPI was made. Build first (npm run build).`);

    if (Object.keys(config).length === 0) return 1;
    const file = join(out, 'kit-source.json');
    writeReadable(file, `${JSON.stringify(config, null, 2)}\n`);
    console.log(`Packed into ${out}. Give ${file} to npm run policy as its --source.`);
    return 0;
  },
});

/** Packs a build, or a copy of it with another version. */
function withVersion<T>(build: string, version: string | undefined, pack: (folder: string) => T): T {
  if (version === undefined) return pack(build);
  readManifest(build);
  const copy = copyAsVersion(build, version);
  try {
    return pack(copy.folder);
  } finally {
    copy.remove();
  }
}

function packChromium(build: string, out: string, baseUrl: string, keyFile: string | undefined): object {
  const updateUrl = `${baseUrl}/update.xml`;
  const { id, version } = packCrx(build, hostKey(keyFile), updateUrl, join(out, 'second-thought.crx'));
  const list = join(out, 'update.xml');
  const before = existsSync(list) ? versionIn(readFileSync(list, 'utf8'), id) : null;
  if (before !== null && compareVersions(version, before) < 0) {
    console.error(
      `${list} named ${before}: Chromium stays at that and ignores ${version}. Pack again with --as-version ${nextVersion(before)}.`,
    );
  }
  writeReadable(list, updateXml(id, version, `${baseUrl}/second-thought.crx`));
  if (!keyFile) {
    console.error('The key was thrown away: no later version can update this copy. Give --key to keep one.');
  }
  return { channel: 'selfHosted', id, updateUrl };
}

function packFirefox(build: string, out: string, baseUrl: string): object {
  // Firefox fetches a forced add-on again only when its address changes, so the file name contains the version.
  const name = `second-thought-${readManifest(build).version}.xpi`;
  const xpi = join(out, name);
  packXpi(build, xpi);
  chmodSync(xpi, 0o644);
  return { installUrl: `${baseUrl}/${name}` };
}
