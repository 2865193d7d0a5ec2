/** Words for the command line: the same files the extension uses, compiled when they are needed. */
import { readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import type { KitWords } from '../../utils/deploy/deployment-kit.ts';
import { FULL_LANGUAGES, type Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import type { Surface } from '../../utils/words/surfaces.ts';

/** @returns one surface's messages. Throws on a key that is not there: a command has no page to fall back on. */
export function readWords<S extends Surface>(surface: S, language: Language): Words<S> {
  const path = new URL(`../../data/words/${language}/${surface}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const format = new MessageFormat(language);
  return (key, values) => {
    const message = messages[key as string];
    if (message === undefined)
      throw new Error(`data/words/${language}/${surface}.json has no "${String(key)}"`);
    return format.compile(message)(values ?? {});
  };
}

/** @returns the words the deployment kit needs, in every language. */
export function kitWords(): KitWords {
  const pairs = FULL_LANGUAGES.map((language) => [
    language,
    { deploy: readWords('deploy', language), policy: readWords('policy', language) },
  ]);
  return Object.fromEntries(pairs) as KitWords;
}
