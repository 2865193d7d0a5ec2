/** Writes a release's files from finished builds: packages, sources, bill of materials, notices, checksums. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZipEntry } from '../../utils/deploy/zip-file.ts';
import { billOfMaterials, npmBom } from './bill-of-materials.ts';
import { readBundled } from './bundled.ts';
import { fullNotice, type ListSource } from './licenses.ts';
import { packageFiles, packed } from './package-files.ts';
import { storeFiles } from './store-files.ts';
import { buildFolder, packageName, TARGETS } from './targets.ts';
import { trackedFiles } from './tracked-files.ts';

/** What every reviewer reads first. It is the same text as docs/building.md. */
const INSTRUCTIONS = 'docs/building.md';

/**
 * @param root - the project, with the four builds in `.output`.
 * @param out - this folder is emptied first.
 * @param label - the version, for the files' names.
 * @returns the names of the written files, sorted.
 */
export function writePackages(root: string, out: string, label: string): string[] {
  const product = readJson<{ name: string; version: string }>(join(root, 'package.json'));
  const bundled = readBundled(TARGETS, root);
  const sources = readJson<Record<string, ListSource>>(join(root, 'data/list/sources.json'));
  const contents: string[] = [];
  const files = new Map<string, Uint8Array | string>();
  for (const target of TARGETS) {
    const entries = packageFiles(join(root, buildFolder(target)));
    files.set(packageName(label, target), packed(entries));
    contents.push(...entries.map(({ path, bytes }) => `${sha256(bytes)}  ${target}/${path}`));
  }
  files.set(packageName(label, 'firefox-sources'), packed(sourceFiles(root)));
  files.set(`second-thought-${label}.cdx.json`, billOfMaterials(npmBom(root), bundled, product));
  files.set('third-party-notices.txt', fullNotice(bundled, Object.values(sources)));
  files.set('package-contents.sha256', `${contents.join('\n')}\n`);
  // Only published files have a digest, because a downloaded release does not contain `stores/`.
  const names = [...files.keys()].sort();
  const sums = names.map((name) => `${sha256(files.get(name) ?? '')}  ${name}`);
  files.set('SHA256SUMS', `${sums.join('\n')}\n`);
  for (const [path, text] of storeFiles(root)) files.set(`stores/${path}`, text);
  rmSync(out, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(join(out, name, '..'), { recursive: true });
    writeFileSync(join(out, name), content);
  }
  return [...files.keys()].sort();
}

/** @returns every committed file, and in addition the instructions for building. */
function sourceFiles(root: string): ZipEntry[] {
  const files = trackedFiles(root).map(({ path, executable }) => ({
    path,
    bytes: readFileSync(join(root, path)),
    executable,
  }));
  return [{ path: 'BUILD.md', bytes: readFileSync(join(root, INSTRUCTIONS)), executable: false }, ...files];
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
