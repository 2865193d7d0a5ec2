/** Vite plugin: turns `data/words/<language>/<surface>.json` (ICU messages) into functions when it is imported with `?words`. */
import { readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';

const QUERY = '?words';

/**
 * @returns a Vite plugin. Importing `…/data/words/es/notice.json?words` gives an object of functions, one a key;
 *   the language is the folder's name. A message that is not valid ICU fails the build with its file and key.
 */
export function words() {
  return {
    name: 'second-thought:words',
    enforce: 'pre' as const,
    load(id: string): string | null {
      if (!id.endsWith(QUERY)) return null;
      return compileWords(id.slice(0, -QUERY.length));
    },
  };
}

/** Compiles one file of messages to the text of a JavaScript module with a default export. */
export function compileWords(file: string): string {
  const language = /\/words\/([^/]+)\//.exec(file)?.[1];
  if (!language) throw new Error(`${file}: messages must lie in data/words/<language>/`);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  for (const [key, text] of Object.entries(messages)) {
    try {
      new MessageFormat(language).compile(text);
    } catch (error) {
      throw new Error(`${file}: message "${key}": ${(error as Error).message}`);
    }
  }
  return compileModule(new MessageFormat(language), messages);
}
