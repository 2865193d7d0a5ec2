/** Reads the reviewed helplines in `data/help/` for scripts, the build and tests. */
import { readdirSync, readFileSync } from 'node:fs';
import type { HelpFile } from '../../utils/notice/help-types.ts';

const folder = new URL('../../data/help/', import.meta.url);

/** @returns every file of `data/help/`, by region, sorted. Throws on a file that is not JSON. */
export function readHelpFiles(): HelpFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as HelpFile);
}
