/** The text of `worker-data.js`: the compiled list and the help lines, in a file of their own beside the worker's code. */
import type { CompiledList } from '../../utils/pattern/types.ts';
import { helpStrips } from './help-strips.ts';

/** From the package's root. */
export const WORKER_DATA_FILE = 'worker-data.js';

/** Where the worker finds it: a classic script has no exports. */
export const WORKER_DATA_GLOBAL = 'secondThoughtData';

/** @returns a classic script: service workers of every browser read it with `importScripts`, event pages before their own script. */
export function workerData(list: CompiledList): string {
  return `globalThis.${WORKER_DATA_GLOBAL}=${JSON.stringify({ list, helpStrips: helpStrips() })};\n`;
}
