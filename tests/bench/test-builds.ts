/** Makes temporary copies of a build: with the floor page, with another list, or with a worker that answers at once. */
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { generatedFiles } from '../../scripts/build/generated-files.ts';
import { readList } from '../../scripts/list/read.ts';
import { compileList } from '../../utils/pattern/compile.ts';
import type { CompiledList } from '../../utils/pattern/types.ts';

/** The floor: the simplest possible page of an extension. */
export const FLOOR_PAGE = 'bench-floor.html';
const FLOOR = '<!doctype html><title>Floor</title><h1>Floor</h1>';

/** Answers from a worker of the bench: its own clock, which starts with the worker, now and at the end of its first turn. */
export const READY = 'bench-ready';
const ANSWER = `
const benchTurn = performance.now();
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message === '${READY}') respond([performance.now(), benchTurn]);
});`;

interface Manifest {
  web_accessible_resources?: { resources?: string[] }[];
}

export interface Copy {
  folder: string;
  remove(): void;
}

/** @returns a copy of an unpacked extension that contains the floor page, to which rules may lead. */
export function copyOf(build: string): Copy {
  const { folder, remove } = temporaryFolder('bench');
  // Chromium stores its indexed rules in the folder of an unpacked extension. They are not part of the package.
  cpSync(build, folder, { recursive: true, filter: (path) => basename(path) !== '_metadata' });
  writeFileSync(join(folder, FLOOR_PAGE), FLOOR);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.web_accessible_resources?.[0]?.resources?.push(FLOOR_PAGE);
  writeFileSync(file, JSON.stringify(manifest));
  return { folder, remove };
}

/** @returns a copy whose worker reports when it is ready. */
export function answeringCopy(build: string): Copy {
  const copy = copyOf(build);
  appendFileSync(join(copy.folder, 'background.js'), ANSWER);
  return copy;
}

/** @returns a copy with the same permissions and a worker that does nothing else. */
export function emptyCopy(build: string): Copy {
  const copy = copyOf(build);
  writeFileSync(join(copy.folder, 'background.js'), ANSWER);
  const file = join(copy.folder, 'manifest.json');
  const { key: _, declarative_net_request: __, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

/** @returns a copy whose list has exactly `count` made-up hosts, and the names and sections of the real list. */
export async function copyWithHosts(build: string, browser: string, count: number): Promise<Copy> {
  const copy = copyOf(build);
  for (const { relativeDest, contents } of await generatedFiles(browser, listOf(count)))
    writeFileSync(join(copy.folder, relativeDest), contents);
  return copy;
}

/** A host that every made-up list has. */
export const GROWN_HOST = 'made-up-0.example';

function listOf(count: number): CompiledList {
  const hosts = Array.from({ length: count }, (_, number) => `made-up-${number}.example`).sort();
  const core = `\n${hosts.map((host) => `${host}\n`).join('')}`;
  return { ...compileList(readList()), hosts: { core, extended: '\n', broad: '\n', archives: '\n' } };
}
