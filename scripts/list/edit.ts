/** Changes the files of a list folder, and undoes every change if the list would not pass. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostEntry } from '../../utils/pattern/entry.ts';
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
 * @param change - writes into the draft. Nothing is written to the disk before it returns.
 * @returns the problems that the change would cause. If there are any, the folder is unchanged.
 */
export function editList(folder: string, change: (draft: Draft) => void): Edited {
  const before = new Set(lintList(parseList(folder), folder).map(({ rule, reason }) => `${rule} ${reason}`));
  const files = new Map<string, string[]>();
  const touched = new Set<string>();
  const lines = (file: string): string[] => {
    let held = files.get(file);
    if (!held) {
      const path = join(folder, file);
      held = existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [];
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
  for (const file of [...touched]) for (const cut of cutInTwo(file, files)) touched.add(cut);
  const undo = [...touched].map((file) => write(folder, file, files.get(file) ?? []));
  const problems = lintList(parseList(folder), folder).filter(
    ({ rule, reason }) => !before.has(`${rule} ${reason}`),
  );
  if (problems.length > 0) for (const back of undo) back();
  return { problems, files: problems.length > 0 ? [] : [...touched].sort() };
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

/** Splits a host file that is too long. The second half is named after the shortest prefix that distinguishes it. */
function cutInTwo(file: string, files: Map<string, string[]>): string[] {
  const held = files.get(file) ?? [];
  if (!file.startsWith('hosts/') || held.length <= MOST_LINES) return [];
  for (let at = Math.ceil(held.length / 2); at < held.length; at++) {
    const last = hostOf(held[at - 1] ?? '');
    const first = hostOf(held[at] ?? '');
    const length = [...first].findIndex((_, index) => first.slice(0, index + 1) > last) + 1;
    const beginning = first.slice(0, length);
    if (length === 0 || !/^[a-z0-9-]+$/.test(beginning)) continue;
    const second = `${file.replace(/(?:\.from-[^/]+)?\.jsonl$/, '')}.from-${beginning}.jsonl`;
    files.set(second, held.splice(at));
    return [second];
  }
  return [];
}

/** Writes a file. @returns a function that restores it. */
function write(folder: string, file: string, lines: readonly string[]): () => void {
  const path = join(folder, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  mkdirSync(dirname(path), { recursive: true });
  if (lines.length === 0 && file.startsWith('hosts/')) rmSync(path, { force: true });
  else writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return () => (before === null ? rmSync(path, { force: true }) : writeFileSync(path, before));
}
