/** Gives scripts the same words the extension has, compiled from the same files. */
import { readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import type { Surface } from '../../utils/words/surfaces.ts';

/** @returns the messages of a surface in a language, as `loadWords` gives them. Throws if the file is missing. */
export function readWords<S extends Surface>(surface: S, language: Language): Words<S> {
  const file = new URL(`../../data/words/${language}/${surface}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const format = new MessageFormat(language);
  const compiled = new Map(Object.entries(messages).map(([key, text]) => [key, format.compile(text)]));
  return (key, values) => String(compiled.get(key as string)?.(values ?? {}) ?? String(key));
}
