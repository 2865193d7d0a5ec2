/** Records what a run has found so far, line by line, so that an interrupted run resumes where it stopped. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The mutants that one test reached, killed and let survive, or that loading the code reached. They are named by number. */
export interface Line {
  test: string;
  /** The test files with this result, and the hash of their content. */
  files: string[];
  hash: string;
  reached: string[];
  killed: string[];
  lived: string[];
}

/** @returns a short hash of the content of these files. */
export function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** @returns the lines whose test files are all unchanged. */
export function readLog(log: string): Line[] {
  if (!existsSync(log)) return [];
  const known = new Map<string, string>();
  const holds = ({ files, hash }: Line) => {
    const key = files.join();
    const now = known.get(key) ?? (files.every((file) => existsSync(file)) ? hashOf(files) : '');
    known.set(key, now);
    return now === hash;
  };
  return readFileSync(log, 'utf8').split('\n').slice(1).flatMap(asLine).filter(holds);
}

/**
 * Begins a log, or continues one that was written for the same code.
 * @param code - identifies the code and what the tests share.
 */
export function openLog(log: string, code: string): void {
  const same = existsSync(log) && readFileSync(log, 'utf8').startsWith(`${code}\n`);
  const lines = same ? readLog(log) : [];
  writeFileSync(log, [code, ...lines.map((line) => JSON.stringify(line)), ''].join('\n'));
}

export function writeLine(log: string, line: Line): void {
  appendFileSync(log, `${JSON.stringify(line)}\n`);
}

/** Parses a line. The last one of an interrupted run may be incomplete. */
function asLine(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}
