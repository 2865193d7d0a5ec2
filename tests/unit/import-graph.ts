/** Reads which file imports which, so that tests can hold the layers of the code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** An import that is still there at run time; `import type` is not. */
const IMPORT =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

export interface SourceFile {
  /** From the project's root. */
  path: string;
  text: string;
  /** Files of the project by their path, packages by their name. */
  imports: string[];
}

/** @returns every source file of a folder, by path. */
export function sources(folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (name) => String(name).endsWith('.d.ts') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

/** @returns every file of the project that a file brings along, itself included, and every package. */
export function reachable(start: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    if (/\.tsx?$/.test(path) && existsSync(path)) for (const next of readSource(path).imports) visit(next);
  };
  visit(start);
  return seen;
}

/** @returns one source file and what it imports. */
export function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(IMPORT)].map(([, plain, dynamic]) => {
    const target = plain ?? dynamic ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target.replace(/\?.*$/, '')) : target;
  });
  return { path, text, imports };
}
