/** Records which English text each translation was made from, so that outdated translations can be found. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from './required-texts.ts';

/** By file and path: the beginning of the English text's digest. */
export type Translated = Record<string, Record<string, string>>;

const fileOf = (language: string, root: string) => join(root, 'data/lint', language, 'translated-from.json');

/** @returns five hexadecimal digits, which are enough to tell a text from its next version. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 5);

export function readRecord(language: string, root = '.'): Translated {
  const file = fileOf(language, root);
  return existsSync(file) ? readJson<Translated>(file) : {};
}

export function writeRecord(language: string, record: Translated, root = '.'): void {
  const file = fileOf(language, root);
  mkdirSync(dirname(file), { recursive: true });
  const lines = Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digests]) => `  ${JSON.stringify(name)}: ${JSON.stringify(digests)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
