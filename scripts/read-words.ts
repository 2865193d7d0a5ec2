/** Gives scripts and tests the same words that the extension has, compiled from the same files when they are needed. */
import { readFileSync, statSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import type { Language } from '../utils/words/languages.ts';
import type { Words } from '../utils/words/load.ts';
import type { Surface } from '../utils/words/surfaces.ts';
import { keepMessageTogether } from './build/keep-together.ts';

type Message = (values: Record<string, unknown>) => string;

interface File {
  /** Time of the file's last change in milliseconds, because words are edited while `npm run dev` runs. */
  changed: number;
  texts: Readonly<Record<string, string>>;
  messages: Map<string, Message>;
}

const files = new Map<string, File>();

/**
 * @returns one surface's messages in a language. Throws if the file is missing, or for a key that is not in it, because a command has
 *   no page to fall back on.
 */
export function readWords<S extends Surface>(surface: S, language: Language): Words<S> {
  const { texts, messages } = readFile(nameOf(surface, language));
  return (key, values) => {
    const id = String(key);
    const message = messages.get(id) ?? compile(surface, language, id, texts[id]);
    messages.set(id, message);
    return message(values ?? {});
  };
}

const nameOf = (surface: Surface, language: Language) => `data/words/${language}/${surface}.json`;

function readFile(name: string): File {
  const path = new URL(`../${name}`, import.meta.url);
  const changed = statSync(path).mtimeMs;
  const known = files.get(name);
  if (known?.changed === changed) return known;
  const file = { changed, texts: JSON.parse(readFileSync(path, 'utf8')), messages: new Map() };
  files.set(name, file);
  return file;
}

function compile(surface: Surface, language: Language, key: string, text: string | undefined): Message {
  if (text === undefined) throw new Error(`${nameOf(surface, language)} has no "${key}"`);
  return formatOf(language).compile(keepMessageTogether(text, language, surface));
}

const formats = new Map<Language, MessageFormat>();

function formatOf(language: Language): MessageFormat {
  const format = formats.get(language) ?? new MessageFormat(language);
  formats.set(language, format);
  return format;
}
