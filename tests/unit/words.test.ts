import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileWords } from '../../scripts/build/words-plugin.ts';
import { loadWords } from '../../utils/words/load.ts';

const root = new URL('../../data/words/', import.meta.url).pathname;
const read = (file: string) => JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Record<string, string>;
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();

describe('every language is complete', () => {
  for (const language of readdirSync(root)) {
    for (const surface of readdirSync(`${root}en`)) {
      test(`${language}/${surface}`, () => {
        const english = read(`en/${surface}`);
        const other = read(`${language}/${surface}`);
        expect(Object.keys(other)).toEqual(Object.keys(english));
        for (const key of Object.keys(english)) {
          expect(placeholders(other[key] ?? ''), key).toEqual(placeholders(english[key] ?? ''));
        }
        expect(() => compileWords(`${root}${language}/${surface}`)).not.toThrow();
      });
    }
  }
});

test('words are spoken in the language asked for', async () => {
  expect((await loadWords('notice', 'es'))('leave')).toBe('Salir de esta página');
});
