/** Loads the compiled messages of one surface in one language. */
import type { Language } from '../policy/types.ts';
import type { Surface, SurfaceKey } from './surfaces.ts';

/** Values a message may carry: numbers for plurals, text for the rest. */
export type Values = Record<string, string | number>;

/** A surface's messages, bound to one language: `words('exit')`, `words('wait', { seconds: 5 })`. */
export type Words<S extends Surface> = (key: SurfaceKey<S>, values?: Values) => string;

type Compiled = Record<string, (values?: Values) => string>;

// Short names and no `import: 'default'`: a page carries a line for every file there is.
const modules = import.meta.glob<{ default: Compiled }>('./*/*.json', {
  base: '../../data/words/',
  query: '?words',
});

/**
 * @param surface - the file's name without its ending, such as `notice`.
 * @param language - the folder's name.
 * @returns the messages. Throws if the language has no such file; a test keeps every language complete.
 */
export async function loadWords<S extends Surface>(surface: S, language: Language): Promise<Words<S>> {
  const load = modules[`./${language}/${surface}.json`];
  if (!load) throw new Error(`No words for "${surface}" in "${language}"`);
  const messages = (await load()).default;
  return (key, values) => messages[key as string]?.(values ?? {}) ?? String(key);
}
