/** What a run has found so far, line by line, so that an interrupted run resumes where it stopped. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The mutants one test reached, killed and let survive, or what loading the code reached. Mutants are named by their numbers. */
export interface Line {
  test: string;
  /** The test files that found it, and the hash of their content. */
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
 * Begins a log, or goes on with one that was written for the same code.
 * @param code - names the code and what the tests share.
 */
export function openLog(log: string, code: string): void {
  const same = existsSync(log) && readFileSync(log, 'utf8').startsWith(`${code}\n`);
  const lines = same ? readLog(log) : [];
  writeFileSync(log, [code, ...lines.map((line) => JSON.stringify(line)), ''].join('\n'));
}

export function writeLine(log: string, line: Line): void {
  appendFileSync(log, `${JSON.stringify(line)}\n`);
}

/** The last line of an interrupted run may be half a line. */
function asLine(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}
