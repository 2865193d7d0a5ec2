/** Vite plugin: takes `virtual:compiled-list` and `virtual:main-helplines` from `worker-data.js`, to keep the worker's code small. */
import { TRUST, trustedExpression } from './trust.ts';
import { WORKER_DATA_FILE, WORKER_DATA_GLOBAL } from './worker-data.ts';

const DATA = '\0worker-data';
const MODULES: Record<string, string> = {
  'virtual:compiled-list': 'list',
  'virtual:main-helplines': 'mainHelplines',
};

/**
 * Only a service worker has `importScripts`, and only while its script first runs. For an event page, the manifest names both
 * files.
 */
const READ = `globalThis.importScripts?.(${trustedExpression(TRUST.scriptUrl, 'createScriptURL', `/${WORKER_DATA_FILE}`)});
export const { ${Object.values(MODULES).join(', ')} } = globalThis.${WORKER_DATA_GLOBAL};
`;

/** @returns a Vite plugin for the build. Tests take the list from `list-plugin.ts`. */
export function workerDataModules() {
  return {
    name: 'second-thought:worker-data',
    resolveId: (id: string): string | null => (id in MODULES ? `\0${id}` : id === DATA ? DATA : null),
    load(id: string): string | null {
      if (id === DATA) return READ;
      const name = MODULES[id.slice(1)];
      return name === undefined ? null : `export { ${name} as default } from '${DATA}';\n`;
    },
  };
}
