/** Changes the files of a list folder, but only if the list would still pass: a copy of it is changed and checked first. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostEntry } from '../../utils/pattern/entry.ts';
import { atNamedPath, BadFile } from '../command-line.ts';
import { replaceFile } from '../replace-file.ts';
import { fileForHost, hostFiles } from './files.ts';
import { lintList } from './lint.ts';
import { formatProblem, type Problem, parseList } from './parse.ts';

/** The most lines that a file may have to be reviewed in a diff. A longer one is split in two. */
const MOST_LINES = 500;

/** The files as a change sees them. Paths are relative to the folder. */
export interface Draft {
  addHost(entry: HostEntry): void;
  /** @returns whether the host was listed. */
  removeHost(host: string): boolean;
  host(host: string): HostEntry | null;
  /** Adds one line to a file, in the order of `key`. */
  addLine(file: string, entry: object, key: (entry: Record<string, unknown>) => string): void;
}

/** The outcome of a change. */
export interface Edited {
  /** Problems that the change would cause; empty if it was kept. */
  problems: Problem[];
  /** Files that were written. */
  files: string[];
}

/**
 * @param folder - a folder laid out like `data/list`.
 * @param change - writes into the draft.
 * @returns the problems that the change would cause. If there are any, the folder is unchanged. It is also unchanged if this throws:
 *   nothing is written to it before all is checked, so nobody can stop the command at a moment when the list does not pass.
 */
export function editList(folder: string, change: (draft: Draft) => void): Edited {
  const list = parseList(folder);
  const unreadable = list.problems.filter(({ rule }) => rule === 'json' || rule === 'utf-8');
  // Such a file would be written back damaged.
  if (unreadable.length > 0) return { problems: unreadable, files: [] };
  const before = new Set(lintList(list, folder).map(({ rule, reason }) => `${rule} ${reason}`));
  const found = new Map<string, string | null>();
  const files = new Map<string, string[]>();
  const touched = new Set<string>();
  const lines = (file: string): string[] => {
    let held = files.get(file);
    if (!held) {
      const text = textOf(folder, file);
      found.set(file, text);
      held = (text ?? '')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .filter((line) => line !== '');
      files.set(file, held);
    }
    return held;
  };
  for (const file of hostFiles(folder)) lines(file);
  const places = new Map<string, string>();
  for (const [file, held] of files) for (const line of held) places.set(hostOf(line), file);
  change({
    addHost(entry) {
      const known = [...files.keys()].filter((file) => file.startsWith('hosts/'));
      const file =
        fileForHost(known, entry.tier, entry.kind, entry.host) ?? `hosts/${entry.tier}/${entry.kind}.jsonl`;
      insert(lines(file), JSON.stringify(entry), hostOf);
      places.set(entry.host, file);
      touched.add(file);
    },
    removeHost(host) {
      const file = places.get(host);
      if (file === undefined) return false;
      const held = lines(file);
      held.splice(
        held.findIndex((line) => hostOf(line) === host),
        1,
      );
      places.delete(host);
      touched.add(file);
      return true;
    },
    host(host) {
      const file = places.get(host);
      const line = file && lines(file).find((one) => hostOf(one) === host);
      return line ? (JSON.parse(line) as HostEntry) : null;
    },
    addLine(file, entry, key) {
      insert(lines(file), JSON.stringify(entry), (line) => key(JSON.parse(line) as Record<string, unknown>));
      touched.add(file);
    },
  });
  // Also visits the new files, which may be too long themselves.
  for (const file of touched)
    for (let cut = cutInTwo(file, files); cut !== null; cut = cutInTwo(file, files)) touched.add(cut);
  const texts = [...touched].sort().map((file): [file: string, text: string | null] => {
    const held = files.get(file) ?? [];
    const isGone = held.length === 0 && file.startsWith('hosts/');
    return [file, isGone ? null : held.map((line) => `${line}\n`).join('')];
  });
  const problems = problemsWith(folder, texts).filter(({ rule, reason }) => !before.has(`${rule} ${reason}`));
  if (problems.length > 0) return { problems, files: [] };
  const changed = texts.find(([file]) => found.has(file) && textOf(folder, file) !== found.get(file));
  if (changed) {
    throw new BadFile(`${join(folder, changed[0])} was changed meanwhile. Nothing was written: try again.`);
  }
  writeAll(folder, texts);
  return { problems: [], files: texts.map(([file]) => file) };
}

/** @returns what would be wrong with the list if these files had these texts. */
function problemsWith(folder: string, texts: readonly [file: string, text: string | null][]): Problem[] {
  const copy = mkdtempSync(join(tmpdir(), 'second-thought-edit-'));
  try {
    // A command that broke off may have left a `.new`.
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('.new') });
    for (const [file, text] of texts) write(copy, file, text);
    return lintList(parseList(copy), copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Writes all of the files. If one of them cannot be written, those before it are put back as they were. */
function writeAll(folder: string, texts: readonly [file: string, text: string | null][]): void {
  const undo: (() => void)[] = [];
  try {
    for (const [file, text] of texts) {
      const before = textOf(folder, file);
      atNamedPath(join(folder, file), () => write(folder, file, text));
      undo.push(() => write(folder, file, before));
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  }
}

/** @returns a refusal as one text for a command. */
export function refusalOf(what: string, problems: readonly Problem[]): string {
  return `${what}:\n${problems.map(formatProblem).join('\n')}`;
}

function hostOf(line: string): string {
  return (JSON.parse(line) as { host: string }).host;
}

function insert(lines: string[], line: string, key: (line: string) => string): void {
  const own = key(line);
  const at = lines.findIndex((other) => key(other) > own);
  lines.splice(at < 0 ? lines.length : at, 0, line);
}

/**
 * Splits a host file that is too long. The second half is named after the shortest prefix that distinguishes it.
 * @returns the name of the second half, or null if the file is not cut.
 */
function cutInTwo(file: string, files: Map<string, string[]>): string | null {
  const held = files.get(file) ?? [];
  if (!file.startsWith('hosts/') || held.length <= MOST_LINES) return null;
  for (let at = Math.ceil(held.length / 2); at < held.length; at++) {
    const last = hostOf(held[at - 1] ?? '');
    const first = hostOf(held[at] ?? '');
    const length = [...first].findIndex((_, index) => first.slice(0, index + 1) > last) + 1;
    const beginning = first.slice(0, length);
    if (length === 0 || !/^[a-z0-9-]+$/.test(beginning)) continue;
    const second = `${file.replace(/(?:\.from-[^/]+)?\.jsonl$/, '')}.from-${beginning}.jsonl`;
    files.set(second, held.splice(at));
    return second;
  }
  return null;
}

/** @returns what is in a file, or null if there is none. */
function textOf(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? atNamedPath(path, () => readFileSync(path, 'utf8')) : null;
}

/** Writes a file as a whole or not at all, or removes it (null). */
function write(folder: string, file: string, text: string | null): void {
  const path = join(folder, file);
  if (text === null) rmSync(path, { force: true });
  else replaceFile(path, text);
}
