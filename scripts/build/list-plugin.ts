/** Vite plugin: compiles `data/list` into the module `virtual:compiled-list`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileList } from '../../utils/pattern/compile.ts';
import { LIST_FOLDER } from '../list/files.ts';
import { readList } from '../list/read.ts';

const MODULE = 'virtual:compiled-list';
const RESOLVED = `\0${MODULE}`;

/**
 * @param folder a folder laid out like `data/list`
 * @returns a Vite plugin whose module `virtual:compiled-list` has the compiled list as its default export, in plain
 *   string literals. A list that does not pass the linter fails the build with file, line and reason.
 */
export function list(folder: string = LIST_FOLDER) {
  return {
    name: 'second-thought:list',
    resolveId(id: string): string | null {
      return id === MODULE ? RESOLVED : null;
    },
    load(this: { addWatchFile?(file: string): void } | undefined, id: string): string | null {
      if (id !== RESOLVED) return null;
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (/\.jsonl?$/.test(file)) this?.addWatchFile?.(join(folder, file));
      }
      return `export default ${JSON.stringify(compileList(readList(folder)))};\n`;
    },
  };
}
