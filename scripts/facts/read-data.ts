/** Reads the reviewed data from the disk, for scripts and tests. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Law } from '../../utils/notice/law.ts';
import { lawSchema } from '../../utils/notice/law-schema.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns every law entry, by code. Throws with the file's name if one does not fit the schema. */
export function readLaws(folder = join(ROOT, 'data/law')): Law[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const parsed = lawSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`data/law/${name}: ${parsed.error.message}`);
      if (`${parsed.data.code}.json` !== name) {
        throw new Error(`data/law/${name}: holds the code ${parsed.data.code}`);
      }
      return parsed.data;
    });
}

/** A thing with a date by which somebody has to look at it again. */
export interface Dated {
  file: string;
  id: string;
  checked: string | null;
  checkAgain: string;
}

/**
 * @param place - a file or folder of `data/`; one that does not exist counts as empty.
 * @returns every object in its JSON files that carries a `checkAgain` date, at whatever depth it lies.
 */
export function readDated(place: string): Dated[] {
  const path = join(ROOT, 'data', place);
  if (!existsSync(path)) return [];
  const names = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name))
    : [place];
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const value: unknown = JSON.parse(readFileSync(join(ROOT, 'data', name), 'utf8'));
      return dated(value, `data/${name}`, name.replace(/^.*\/|\.json$/g, ''));
    });
}

function dated(value: unknown, file: string, place: string): Dated[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const own = [record.id, record.code, record.name].find((name) => typeof name === 'string');
  const id = typeof own === 'string' ? own : place;
  const inner = Object.entries(record).flatMap(([key, child]) => dated(child, file, `${id}.${key}`));
  if (typeof record.checkAgain !== 'string') return inner;
  const checked = typeof record.checked === 'string' ? record.checked : null;
  return [{ file, id, checked, checkAgain: record.checkAgain }, ...inner];
}
