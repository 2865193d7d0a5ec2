/** Loads the compiled messages of one surface in one language. */
import type { Language } from './languages.ts';
import type { Surface, SurfaceKey } from './surfaces.ts';

/** Values for a message: numbers for plurals, text for the rest. */
export type Values = Record<string, string | number>;

/** A surface's messages, bound to one language: `words('exit')`, `words('wait', { seconds: 5 })`. */
export type Words<S extends Surface> = (key: SurfaceKey<S>, values?: Values) => string;

type Compiled = Record<string, (values?: Values) => string>;

export interface WordModule {
  default: Compiled;
}

/** Files of words by their paths, as Vite gives them. */
export type WordFiles = Record<string, () => Promise<WordModule>>;

// Short names and no `import: 'default'`, because every page contains a line for each file that matches. So words that the notice
// never needs are excluded: the learn page loads its own, and no page loads the overlay's or the common ones.
const files: WordFiles = import.meta.glob<WordModule>(
  ['./*/*.json', '!./*/learn-*.json', '!./*/overlay.json', '!./*/common.json'],
  { base: '../../data/words/', query: '?words' },
);

/**
 * @param surface - the file's name without its ending, such as `notice`.
 * @param language - the folder's name.
 * @returns the messages. Throws if the language has no such file; a test keeps every language complete.
 */
export function loadWords<S extends Surface>(surface: S, language: Language): Promise<Words<S>> {
  return wordsFrom(files, surface, language);
}

/** Does the same for a page that has its own files. */
export async function wordsFrom<S extends Surface>(
  from: WordFiles,
  surface: S,
  language: Language,
): Promise<Words<S>> {
  const load = from[`./${language}/${surface}.json`];
  if (!load) throw new Error(`No words for "${surface}" in "${language}"`);
  const messages = (await load()).default;
  return (key, values) => messages[key as string]?.(values ?? {}) ?? String(key);
}
