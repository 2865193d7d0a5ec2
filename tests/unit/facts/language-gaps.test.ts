import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageGaps } from '../../../scripts/facts/language-gaps.ts';
import { fillWorksheet, worksheet } from '../../../scripts/facts/worksheet.ts';
import { LANGUAGES } from '../../../utils/words/languages.ts';

const copy = mkdtempSync(join(tmpdir(), 'second-thought-language-'));
beforeAll(() => {
  for (const part of ['data', 'utils']) cpSync(part, join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

function change(file: string, texts: object): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...texts }));
}

test.each(LANGUAGES)('%s is complete', (language) => {
  expect(languageGaps(language)).toEqual([]);
});

test('a language that nobody has begun lacks every place', () => {
  const gaps = languageGaps('xx', copy, { depth: 'full' });
  for (const place of [
    'data/languages.json: does not list it',
    'data/lint/xx/lexicon.json',
    'data/words/xx/notice.json',
    'data/stores/xx/listing.json',
    'data/law/xx/US.json',
    'data/help/xx/GLOBAL.json',
    'data/claims/xx/age.json',
    'data/place/xx/regions.json',
    'data/learn/xx/signs.json',
  ]) {
    expect(
      gaps.some((gap) => gap.startsWith(place)),
      place,
    ).toBe(true);
  }
});

test('one text that was forgotten is found', () => {
  const words = join(copy, 'data/words/es/notice.json');
  const { leave: _forgotten, ...rest } = JSON.parse(readFileSync(words, 'utf8')) as Record<string, string>;
  writeFileSync(words, JSON.stringify(rest));
  expect(languageGaps('es', copy)).toEqual(['data/words/es/notice.json: 1 missing (leave)']);
});

test('a text that English has changed since is found, and a text that English does not have', () => {
  const words = join(copy, 'data/words/en/notice.json');
  const spanish = join(copy, 'data/words/es/notice.json');
  fillWorksheet(
    'es',
    { 'data/words/es/notice.json': { leave: 'Salir de esta página', close: 'Cerrar' } },
    copy,
  );
  expect(languageGaps('es', copy)).toEqual([]);
  change(words, { leave: 'Leave now' });
  change(spanish, { nobody: 'Nadie' });
  expect(languageGaps('es', copy)).toEqual([
    'data/words/es/notice.json: 1 not in English (nobody)',
    'data/words/es/notice.json: 1 older than the English (leave)',
  ]);
  expect(worksheet('es', copy)).toEqual({ 'data/words/es/notice.json': { leave: 'Leave now' } });
});

describe('a made-up language is a folder', () => {
  test.each([
    ['full', undefined],
    ['full', ['FR', 'CA']],
    ['core', ['SE']],
  ] as const)('%s, spoken in %j: its worksheet, filled, leaves no gap but the list', (depth, places) => {
    const root = mkdtempSync(join(tmpdir(), 'second-thought-made-up-'));
    cpSync('data', join(root, 'data'), { recursive: true });
    const aim = { depth, places };
    const sheet = worksheet('tlh', root, aim);
    const said = Object.fromEntries(
      Object.entries(sheet).map(([file, texts]) => [
        file,
        Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, `x ${text}`])),
      ]),
    );
    expect(fillWorksheet('tlh', said, root, aim)).toEqual([]);
    expect(languageGaps('tlh', root, aim)).toEqual([
      'data/languages.json: does not list it, so nothing of it is shown',
      'data/lint/tlh/lexicon.json: not there',
    ]);
    cpSync(join(root, 'data/lint/en/lexicon.json'), join(root, 'data/lint/tlh/lexicon.json'));
    change(join(root, 'data/languages.json'), { tlh: { ...aim, review: 'machine' } });
    expect(languageGaps('tlh', root)).toEqual([]);
    // It changed no file of another language and no fact.
    const changed = globSync('data/**/*.json', { cwd: root }).filter(
      (file) =>
        !file.includes('/tlh/') && readFileSync(join(root, file), 'utf8') !== readFileSync(file, 'utf8'),
    );
    expect(changed).toEqual(['data/languages.json']);
    rmSync(root, { recursive: true });
  });

  test('no code holds words of one language beside those of another', () => {
    const both = globSync('{components,entrypoints,scripts,utils}/**/*.{ts,tsx}').filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /[{,(\s]en: ['"`[{]/.test(text) && /[{,(\s]es: ['"`[{]/.test(text);
    });
    expect(both).toEqual([]);
  });
});
