/** Keeps what was measured, so that one part can be measured again without the others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './report.ts';

const FILE = 'results.json';

const NOTHING: Results = {
  circumstances: [],
  measured: {},
  notice: {},
  workerStart: null,
  unlisted: null,
  memory: null,
  packages: {},
  growth: [],
  peers: [],
};

/** @returns what this folder holds; nothing measured where it holds nothing. */
export function readResults(folder: string): Results {
  const file = join(folder, FILE);
  const held = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Results>) : {};
  return { ...structuredClone(NOTHING), ...held };
}

/** Writes samples with a tenth of a millisecond: more is noise. */
export function writeResults(folder: string, results: Results): void {
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  writeFileSync(join(folder, FILE), `${JSON.stringify(results, rounded)}\n`);
}
