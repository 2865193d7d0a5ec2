/** Reads `data/list`, and reports with file and line what does not fit the schema. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ListEntries } from '../../utils/pattern/entry.ts';
import { decodeUtf8 } from '../../utils/text/utf8.ts';
import { duplicateKey } from '../duplicate-key.ts';
import { hostFiles, otherFiles, SINGLE_FILES } from './files.ts';
import { LINE_SCHEMAS, type Refused, refusedSchema, type Sources, sourceSchema } from './schema.ts';

/** A defect in the list: its place and what is wrong. */
export interface Problem {
  file: string;
  /** 1 for the first line; 0 for the file as a whole. */
  line: number;
  /** Short name of the broken rule. */
  rule: string;
  reason: string;
}

/** Adds a problem at the place of `entry`. */
export type Report = (entry: object, rule: string, reason: string) => void;

/** Where an entry is. */
interface Place {
  file: string;
  line: number;
}

/** Everything in a list folder, with a place for every entry. */
export interface ParsedList {
  entries: ListEntries;
  refused: Refused[];
  sources: Sources;
  places: WeakMap<object, Place>;
  problems: Problem[];
}

/**
 * Reads a list folder. Never throws for bad content: it leaves out lines that cannot be used, and names them in `problems`.
 * @param folder a folder laid out like `data/list`
 */
export function parseList(folder: string): ParsedList {
  const problems: Problem[] = [];
  const places = new WeakMap<object, Place>();
  const lines = <T extends object>(file: string, schema: z.ZodType<T>): T[] => {
    if (!existsSync(join(folder, file))) return [];
    const read = decodeUtf8(readFileSync(join(folder, file)));
    if (!read.ok) {
      const reason = `byte ${read.byte} in column ${read.column} is not UTF-8: nothing of the file was read`;
      problems.push({ file, line: read.line, rule: 'utf-8', reason });
      return [];
    }
    return read.text.split(/\r?\n/).flatMap((text, index) => {
      if (text === '') return [];
      const place = { file, line: index + 1 };
      const entry = readLine(text, schema, place, problems);
      if (entry === null) return [];
      places.set(entry, place);
      return [entry];
    });
  };
  const entries: ListEntries = {
    hosts: hostFiles(folder).flatMap((file) => lines(file, LINE_SCHEMAS.hosts)),
    paths: lines(SINGLE_FILES.paths, LINE_SCHEMAS.paths),
    brands: lines(SINGLE_FILES.brands, LINE_SCHEMAS.brands),
    names: lines(SINGLE_FILES.names, LINE_SCHEMAS.names),
    places: lines(SINGLE_FILES.places, LINE_SCHEMAS.places),
    exclusions: lines(SINGLE_FILES.exclusions, LINE_SCHEMAS.exclusions),
    wrappers: lines(SINGLE_FILES.wrappers, LINE_SCHEMAS.wrappers),
    engines: lines(SINGLE_FILES.engines, LINE_SCHEMAS.engines),
    searches: lines(SINGLE_FILES.searches, LINE_SCHEMAS.searches),
    searchExclusions: lines(SINGLE_FILES.searchExclusions, LINE_SCHEMAS.searchExclusions),
  };
  for (const file of otherFiles(folder)) {
    const reason = 'a host file ends in .jsonl: nothing of this one was read';
    problems.push({ file, line: 0, rule: 'misplaced', reason });
  }
  return {
    entries,
    refused: lines('refused.jsonl', refusedSchema),
    sources: readSources(folder, problems),
    places,
    problems,
  };
}

function readLine<T extends object>(
  text: string,
  schema: z.ZodType<T>,
  place: Place,
  problems: Problem[],
): T | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    problems.push({
      ...place,
      rule: 'json',
      reason: `not one JSON object on one line: ${(error as Error).message}`,
    });
    return null;
  }
  const twice = duplicateKey(text);
  if (twice !== null) {
    problems.push({ ...place, rule: 'json', reason: `"${twice}" is there twice` });
    return null;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = issue.path.join('.');
    problems.push({ ...place, rule: 'schema', reason: key ? `"${key}": ${issue.message}` : issue.message });
  }
  return null;
}

function readSources(folder: string, problems: Problem[]): Sources {
  const file = 'sources.json';
  try {
    const sources = z
      .record(z.string(), sourceSchema)
      .parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    for (const [code, { mayCopy }] of Object.entries(sources)) {
      const unknown = mayCopy.filter((other) => !Object.hasOwn(sources, other));
      const reason = `"${code}" may copy ${unknown.join(', ')}, which is no source`;
      if (unknown.length > 0) problems.push({ file, line: 0, rule: 'unsourced', reason });
    }
    return sources;
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    problems.push({ file, line: 0, rule: 'schema', reason });
    return {};
  }
}

/** @returns a problem as a line of text: `file:line: rule: reason`. */
export function formatProblem({ file, line, rule, reason }: Problem): string {
  return `data/list/${file}${line > 0 ? `:${line}` : ''}: ${rule}: ${reason}`;
}
