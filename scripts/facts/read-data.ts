/** Reads the reviewed data from the disk, for scripts and tests. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { joinLaw } from '../../utils/notice/law-join.ts';
import { lawSchema, lawSentencesSchema } from '../../utils/notice/law-schema.ts';
import type { Law } from '../../utils/notice/law-types.ts';
import type { Language } from '../../utils/words/languages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns every law entry that exists in a language, by code. Throws with the file's name if one does not fit its schema. */
export function readLaws(language: Language, folder = join(ROOT, 'data/law')): Law[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && existsSync(join(folder, language, name)))
    .sort()
    .map((name) => {
      const facts = parsed(lawSchema, folder, name);
      if (`${facts.code}.json` !== name) throw new Error(`data/law/${name}: contains the code ${facts.code}`);
      return joinLaw(facts, parsed(lawSentencesSchema, folder, `${language}/${name}`), language);
    });
}

function parsed<T>(schema: z.ZodType<T>, folder: string, name: string): T {
  const found = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (!found.success) throw new Error(`data/law/${name}: ${found.error.message}`);
  return found.data;
}

/** Something with a date by which a person has to check it again. */
export interface Dated {
  file: string;
  id: string;
  checked: string | null;
  checkAgain: string;
}

/**
 * @param place - a file or folder of `data/`. One that does not exist counts as empty.
 * @returns every object in its JSON files that has a `checkAgain` date, at any depth.
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
