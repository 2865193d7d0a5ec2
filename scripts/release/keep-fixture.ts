/**
 * Keeps a release for the tests of the next one: its four manifests, and small builds of it to update from. Run it after
 * `npm run build`.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { CompiledList } from '../../utils/pattern/types.ts';
import { generatedFiles } from '../build/generated-files.ts';
import { emptyList } from '../list/empty-list.ts';

const TARGETS = ['chrome', 'edge', 'firefox', 'safari'] as const;
/** Targets whose browser a test can start. */
const BUILDS = ['chrome', 'firefox'] as const;
/** Files that no update depends on. */
const LEFT_OUT =
  /^(?:rules\/|_metadata\/|(?:learn|deploy|preview)\.html$|chunks\/(?:learn|deploy|preview)|assets\/(?:learn|deploy|preview)|chunks\/(?!US)[A-Z]{2}(?:-[A-Z]+)?\d?\.js$|chunks\/US-)/;
const LARGEST = 300_000;

const EMPTY = emptyList('2026-11-01');
/** One made-up site and section, because browsers refuse filters without an address. The check address is on every list. */
const TINY: CompiledList = {
  ...EMPTY,
  hosts: { ...EMPTY.hosts, core: '\nkept-release.test\n' },
  paths: [
    {
      id: 'sections.test#kept',
      tier: 'core',
      host: 'sections.test',
      regex: '^https?://[^/?#]*/kept-release(?:[/?#]|$)',
    },
  ],
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = join('tests/fixtures/releases', version);
const manifests = TARGETS.map((target): [string, object] => [
  `manifest-${target}.json`,
  JSON.parse(readFileSync(`.output/${target}-mv3/manifest.json`, 'utf8')) as object,
]);

const builds: Record<string, Record<string, string>> = {};
for (const target of BUILDS) builds[target] = await smallBuild(target);
const packed = brotliCompressSync(JSON.stringify(builds), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
if (packed.length > LARGEST)
  throw new Error(
    `The builds come to ${packed.length} bytes; at most ${LARGEST} may live in the repository.`,
  );
// Last, because the tests take the highest version that has a folder.
mkdirSync(folder, { recursive: true });
for (const [name, manifest] of manifests)
  writeFileSync(join(folder, name), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(folder, 'builds.json.br'), packed);
console.log(`Kept ${version}: ${packed.length} bytes in ${folder}`);

/** Reads a build, with a tiny list and without the files that no update depends on. */
async function smallBuild(target: string): Promise<Record<string, string>> {
  const root = `.output/${target}-mv3`;
  const files: Record<string, string> = {};
  for (const found of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = found.split(sep).join('/');
    if (statSync(join(root, path)).isDirectory() || LEFT_OUT.test(path)) continue;
    files[path] = readFileSync(join(root, path)).toString('base64');
  }
  for (const { relativeDest, contents } of await generatedFiles(target, TINY))
    files[relativeDest] = Buffer.from(contents).toString('base64');
  return files;
}
