/** Tests that every language has the English keys and placeholders on each surface, and that every key is used in the code. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileWords } from '../../scripts/build/words-plugin.ts';
import { languageEntry } from '../../utils/words/languages.ts';
import { loadWords } from '../../utils/words/load.ts';

const root = new URL('../../data/words/', import.meta.url).pathname;
const read = (file: string) => JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Record<string, string>;
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();

describe('every language is complete', () => {
  for (const language of readdirSync(root)) {
    // What a reader of a notice sees. A `core` language has no other surface (language-gaps.test.ts checks which it needs).
    const full = languageEntry(language)?.depth === 'full';
    for (const surface of readdirSync(full ? `${root}en` : `${root}${language}`)) {
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

/** Keys that a person can never see are never translated or read again, and become wrong one day. */
test('every key is said somewhere', () => {
  const code = globSync('{components,entrypoints,scripts,utils}/**/*.{ts,tsx,html}')
    .filter((file) => !file.startsWith('scripts/browser/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const named = new Set([...code.matchAll(/['"]([\w-]+)['"]/g)].map((match) => match[1]));
  // `topic-${one}-intro` names every key with this beginning and end.
  const made = [...code.matchAll(/`([\w-]*)\$\{[^}]+\}([\w-]*)`/g)]
    .filter(([, before = '', after = '']) => before.length + after.length > 3)
    .map(([, before = '', after = '']) => ({ before, after }));
  const said = (key: string) =>
    named.has(key) || made.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));
  const silent = readdirSync(`${root}en`).flatMap((surface) =>
    Object.keys(read(`en/${surface}`))
      .filter((key) => !said(key))
      .map((key) => `${surface}: ${key}`),
  );
  expect(silent).toEqual([]);
});

test('words come in the requested language', async () => {
  expect((await loadWords('notice', 'es'))('leave')).toBe('Salir de esta página');
});
