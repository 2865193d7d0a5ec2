/** Stores the results, so that one part can be measured again without the others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './results.ts';

const FILE = 'results.json';

/** Increase it when the format of the results changes: results in another format are discarded. */
const FORMAT = 2;

const NOTHING: Results = {
  circumstances: [],
  measured: {},
  notice: {},
  workerStart: null,
  unlisted: null,
  engines: null,
  memory: null,
  packages: {},
  growth: [],
  peers: [],
};

/** @returns the results in this folder. If there are none, or in another format, nothing counts as measured. */
export function readResults(folder: string): Results {
  const file = join(folder, FILE);
  if (!existsSync(file)) return structuredClone(NOTHING);
  const { format, ...held } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Results> & {
    format?: number;
  };
  return { ...structuredClone(NOTHING), ...(format === FORMAT && held) };
}

/** Writes samples with an accuracy of a tenth of a millisecond. More would be noise. */
export function writeResults(folder: string, results: Results): void {
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  writeFileSync(join(folder, FILE), `${JSON.stringify({ format: FORMAT, ...results }, rounded)}\n`);
}
