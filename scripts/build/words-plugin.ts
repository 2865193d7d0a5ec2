/**
 * Vite plugin: compiles `data/words/<language>/<surface>.json` (ICU messages) to functions when it is imported with `?words`. Puts
 * no-break spaces where a line must not end, there and in every other file of a language.
 */
import { existsSync, readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { keepAllTogether, keepMessageTogether } from './keep-together.ts';

const QUERY = '?words';

/** Files of a language's sentences that are not ICU messages. The overlay's words are plain texts. */
const SENTENCES = /\/data\/(?:(?:law|help|claims|learn)\/([^/]+)\/[^/]+|words\/([^/]+)\/overlay)\.json$/;

/**
 * @returns a Vite plugin. Importing `…/data/words/es/notice.json?words` gives an object with one function for each key;
 *   the language is the folder's name. A message that is not valid ICU fails the build with its file and key.
 */
export function words() {
  return {
    name: 'second-thought:words',
    enforce: 'pre' as const,
    load(id: string): string | null {
      if (id.endsWith(QUERY)) return compileWords(id.slice(0, -QUERY.length));
      const [, ...languages] = SENTENCES.exec(id) ?? [];
      const language = languages.find((found) => found !== undefined);
      if (!language) return null;
      return JSON.stringify(keepAllTogether(JSON.parse(readFileSync(id, 'utf8')), language));
    },
  };
}

/** Uses English for a text that a translation lacks, which is better than a key. `npm run facts -- language` names these texts. */
function withEnglish(file: string, language: string): Record<string, string> {
  const read = (name: string) => JSON.parse(readFileSync(name, 'utf8')) as Record<string, string>;
  const english = file.replace(`/words/${language}/`, '/words/en/');
  return existsSync(english) ? { ...read(english), ...read(file) } : read(file);
}

/** Compiles one file of messages to the text of a JavaScript module with a default export. */
export function compileWords(file: string): string {
  const [, language, surface] = /\/data\/words\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
  if (!language || !surface) throw new Error(`${file}: messages must lie in data/words/<language>/`);
  const messages = Object.fromEntries(
    Object.entries(withEnglish(file, language)).map(([key, text]) => [
      key,
      keepMessageTogether(text, language, surface),
    ]),
  );
  for (const [key, text] of Object.entries(messages)) {
    try {
      new MessageFormat(language).compile(text);
    } catch (error) {
      throw new Error(`${file}: message "${key}": ${(error as Error).message}`);
    }
  }
  return compileModule(new MessageFormat(language), messages);
}
