/** Finds which file imports which, so that tests can check the layers of the code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** An import or a re-export. The first group tells whether it is only of types, which do not exist at run time. */
const IMPORT =
  /^\s*(?:import|export)\s+(type\b)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

export interface SourceFile {
  /** Relative to the project's root. */
  path: string;
  text: string;
  /** Imports that exist at run time: files of the project by path, packages by name. */
  imports: string[];
  /** `imports`, plus those of types only. */
  importsWithTypes: string[];
}

/** @returns every source file of a folder, by path. */
export function sources(folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (name) => String(name).endsWith('.d.ts') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

/** @returns every file of the project that a file loads, including itself, and every package. */
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
  const found = [...text.matchAll(IMPORT)].map(([, type, plain, dynamic]) => {
    const target = plain ?? dynamic ?? '';
    const from = target.startsWith('.')
      ? posix.join(posix.dirname(path), target.replace(/\?.*$/, ''))
      : target;
    return { from, onlyTypes: type !== undefined };
  });
  const importsWithTypes = found.map(({ from }) => from);
  const imports = found.filter(({ onlyTypes }) => !onlyTypes).map(({ from }) => from);
  return { path, text, imports, importsWithTypes };
}

/** @returns a circle among the imports of `files`, including types, as a list of paths; null if there is none. */
export function findCircle(files: readonly Pick<SourceFile, 'path' | 'importsWithTypes'>[]): string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of byPath.get(path)?.importsWithTypes ?? []) {
      const circle = visit(next, [...way, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of files) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return null;
}
