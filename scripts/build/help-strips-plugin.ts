/** Vite plugin: serves every country's line of help as `virtual:help-strips`, so that the worker holds no more than that. */
import { helpStrips } from './help-strips.ts';

const ID = 'virtual:help-strips';

/** @returns a Vite plugin; the module's default export maps country (or `any`) and language to one line. */
export function helpStripsModule() {
  return {
    name: 'second-thought:help-strips',
    resolveId: (id: string) => (id === ID ? `\0${ID}` : null),
    load: (id: string) => (id === `\0${ID}` ? `export default ${JSON.stringify(helpStrips())}` : null),
  };
}
