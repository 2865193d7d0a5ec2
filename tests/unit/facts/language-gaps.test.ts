/** Tests that no language lacks a text or has an outdated one, and that a new language needs only files of data. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageGaps } from '../../../scripts/facts/language-gaps.ts';
import { languageSheet } from '../../../scripts/facts/language-sheet.ts';
import { digest } from '../../../scripts/facts/translated-from.ts';
import { fillWorksheet, type Worksheet, worksheet } from '../../../scripts/facts/worksheet.ts';
import { LEARN_SECTIONS } from '../../../utils/learn/outline.ts';
import { sourcesOf } from '../../../utils/learn/sources.ts';
import { LANGUAGES, languageEntry } from '../../../utils/words/languages.ts';

const copy = mkdtempSync(join(tmpdir(), 'second-thought-language-'));
beforeAll(() => {
  for (const part of ['data', 'utils']) cpSync(part, join(copy, part), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

function change(file: string, texts: object): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...texts }));
}

/** @returns a sheet in which every text is translated. */
function translated({ texts, madeFrom }: Worksheet): Worksheet {
  const said = Object.entries(texts).map(([file, its]) => [
    file,
    Object.fromEntries(Object.entries(its).map(([path, text]) => [path, `x ${text}`])),
  ]);
  return { texts: Object.fromEntries(said), madeFrom };
}

test.each(LANGUAGES)('%s is complete', (language) => {
  expect(languageGaps(language)).toEqual([]);
});

test('a language that nobody has begun lacks every text', () => {
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
  const { leave, close } = JSON.parse(readFileSync(words, 'utf8')) as { leave: string; close: string };
  const filled = fillWorksheet(
    'es',
    {
      texts: { 'data/words/es/notice.json': { leave: 'Salir de esta página', close: 'Cerrar' } },
      madeFrom: { 'data/words/es/notice.json': { leave: digest(leave), close: digest(close) } },
    },
    copy,
  );
  expect(filled).toEqual([]);
  expect(languageGaps('es', copy)).toEqual([]);
  change(words, { leave: 'Leave now' });
  change(spanish, { nobody: 'Nadie' });
  expect(languageGaps('es', copy)).toEqual([
    'data/words/es/notice.json: 1 not in English (nobody)',
    'data/words/es/notice.json: 1 older than the English (leave)',
  ]);
  expect(worksheet('es', copy)).toEqual({
    texts: { 'data/words/es/notice.json': { leave: 'Leave now' } },
    madeFrom: { 'data/words/es/notice.json': { leave: digest('Leave now') } },
  });
});

test('a sheet made from an older English is refused text by text, and named', () => {
  const english = join(copy, 'data/words/en/popup.json');
  const german = join(copy, 'data/words/de/popup.json');
  change(english, { on: 'Switched on', settings: 'All settings' });
  const sheet = translated(worksheet('de', copy));
  expect(Object.keys(sheet.texts['data/words/de/popup.json'] ?? {})).toEqual(['on', 'settings']);
  change(english, { on: 'Works' });
  expect(fillWorksheet('de', sheet, copy)).toEqual([
    'data/words/de/popup.json: the English of on is not the one that this sheet was made from',
  ]);
  expect(JSON.parse(readFileSync(german, 'utf8'))).toMatchObject({ on: 'An', settings: 'x All settings' });
  expect(worksheet('de', copy).texts).toEqual({ 'data/words/de/popup.json': { on: 'Works' } });
  // A text is not filled in either if the sheet does not say which English it was made from.
  const all = Object.values(sheet.texts).flatMap(Object.keys);
  expect(fillWorksheet('de', { ...sheet, madeFrom: {} }, copy)).toHaveLength(all.length);
});

describe('who has read what', () => {
  const root = mkdtempSync(join(tmpdir(), 'second-thought-read-'));
  beforeAll(() => cpSync('data', join(root, 'data'), { recursive: true }));
  afterAll(() => rmSync(root, { recursive: true }));
  const marks = join(root, 'data/lint/fr/review.json');
  const languages = join(root, 'data/languages.json');
  const notice = 'data/words/fr/notice.json';
  const read = () => JSON.parse(readFileSync(marks, 'utf8')) as Record<string, unknown>;
  const ANA = { by: 'Ana', on: '2026-12-01' };
  const BEN = { by: 'Ben', on: '2026-12-03' };
  const listedAs = (review: unknown) => {
    const list = JSON.parse(readFileSync(languages, 'utf8')) as Record<string, object>;
    writeFileSync(languages, JSON.stringify({ ...list, fr: { ...list.fr, review } }));
  };

  test('a file without a mark, a mark without a file and a mark that names nobody are found', () => {
    const { [notice]: machine, ...others } = read();
    expect(machine).toBe('machine');
    const gone = 'data/words/fr/gone.json';
    const popup = 'data/words/fr/popup.json';
    writeFileSync(marks, JSON.stringify({ ...others, [gone]: 'machine', [popup]: { by: ' ', on: 'soon' } }));
    expect(languageGaps('fr', root)).toEqual([
      `data/lint/fr/review.json: does not say who has read ${notice}`,
      `data/lint/fr/review.json: there is no ${gone}`,
      `data/lint/fr/review.json: ${popup} needs "machine", or by and on`,
    ]);
    writeFileSync(marks, JSON.stringify({ ...others, [notice]: 'machine' }));
    expect(languageGaps('fr', root)).toEqual([]);
  });

  test('the settings may say that a language was read once every file of it was; before that, the sheet says it file by file', () => {
    change(marks, { [notice]: ANA });
    expect(languageGaps('fr', root)).toEqual([]);
    expect(languageSheet('fr', root)).toContain(
      `<code>${notice}</code></h2>\n<p>Read by Ana on 2026-12-01.</p>`,
    );
    expect(languageSheet('fr', root)).toContain('<p>Machine-assisted, not read by a native speaker.</p>');
    listedAs(ANA);
    expect(languageGaps('fr', root)).toEqual([
      'data/languages.json: review of fr is to be "machine", as data/lint/fr/review.json has it',
    ]);
    const all = Object.keys(read()).map((file) => [file, file === notice ? ANA : BEN]);
    writeFileSync(marks, JSON.stringify(Object.fromEntries(all)));
    expect(languageGaps('fr', root)).toEqual([]);
  });

  test('a file that is filled anew has been read by nobody; the others keep their marks', () => {
    change(join(root, 'data/words/en/notice.json'), { leave: 'Leave now' });
    expect(fillWorksheet('fr', translated(worksheet('fr', root)), root)).toEqual([]);
    expect(read()[notice]).toBe('machine');
    expect(read()['data/words/fr/popup.json']).toEqual(BEN);
    expect(languageGaps('fr', root)).toEqual([
      'data/languages.json: review of fr is to be "machine", as data/lint/fr/review.json has it',
    ]);
  });

  test('a fill that breaks off leaves no new text that counts as read', () => {
    change(join(root, 'data/words/en/notice.json'), { leave: 'Leave at once' });
    change(marks, { [notice]: ANA });
    const record = join(root, 'data/lint/fr/translated-from.json');
    const before = readFileSync(record, 'utf8');
    const sheet = translated(worksheet('fr', root));
    // The record is written after the texts, and here it cannot be written.
    rmSync(record);
    symlinkSync(join(root, 'none/record.json'), record);
    expect(() => fillWorksheet('fr', sheet, root)).toThrow('ENOENT');
    rmSync(record);
    writeFileSync(record, before);
    expect(read()[notice]).toBe('machine');
  });
});

describe('depth', () => {
  const core = LANGUAGES.find((language) => languageEntry(language)?.depth === 'core') ?? 'sv';
  const cited = LEARN_SECTIONS.flatMap(sourcesOf).flatMap((id) =>
    id.startsWith('claim:') ? [id.slice(6)] : [],
  );
  const claimsIn = ({ texts }: Worksheet) =>
    Object.entries(texts).flatMap(([file, its]) =>
      file.startsWith('data/claims/') ? Object.keys(its).flatMap((path) => path.split('.')[0] ?? []) : [],
    );

  test('a language that is listed as core gets the sheet of a full one when it is asked for', () => {
    const root = mkdtempSync(join(tmpdir(), 'second-thought-deeper-'));
    cpSync('data', join(root, 'data'), { recursive: true });
    expect(worksheet(core, root).texts).toEqual({});
    const sheet = worksheet(core, root, { depth: 'full' });
    expect(Object.keys(sheet.texts)).toContain(`data/words/${core}/options.json`);
    expect(languageGaps(core, root, { depth: 'full' })).not.toEqual([]);
    expect(fillWorksheet(core, translated(sheet), root, { depth: 'full' })).toEqual([]);
    expect(languageGaps(core, root, { depth: 'full' })).toEqual([]);
    rmSync(root, { recursive: true });
  });

  test('a full language is asked for every claim that the learn page cites, a core one only for those of its places', () => {
    const full = claimsIn(worksheet('tlh', '.', { depth: 'full', places: ['FR'] }));
    expect(full).toEqual(expect.arrayContaining(cited));
    expect(full).not.toContain('military-01');
    expect(claimsIn(worksheet('tlh', '.', { depth: 'core', places: ['FR'] }))).not.toContain('age-02');
  });

  test('a claim that a language need not have becomes outdated like any other', () => {
    const file = 'data/claims/de/sting.json';
    expect(worksheet('de', copy).texts[file]).toBeUndefined();
    change(join(copy, 'data/claims/en/sting.json'), { 'military-01': { text: 'Changed since.' } });
    expect(languageGaps('de', copy)).toContain(`${file}: 1 older than the English (military-01.text)`);
  });
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
    expect(fillWorksheet('tlh', translated(worksheet('tlh', root, aim)), root, aim)).toEqual([]);
    expect(languageGaps('tlh', root, aim)).toEqual([
      'data/languages.json: does not list it, so nothing of it is shown',
      'data/lint/tlh/lexicon.json: not there',
    ]);
    cpSync(join(root, 'data/lint/en/lexicon.json'), join(root, 'data/lint/tlh/lexicon.json'));
    change(join(root, 'data/languages.json'), { tlh: { ...aim, review: 'machine' } });
    expect(languageGaps('tlh', root)).toEqual([]);
    // Checks that it changed no file of another language and no fact.
    const changed = globSync('data/**/*.json', { cwd: root }).filter(
      (file) =>
        !file.includes('/tlh/') && readFileSync(join(root, file), 'utf8') !== readFileSync(file, 'utf8'),
    );
    expect(changed).toEqual(['data/languages.json']);
    rmSync(root, { recursive: true });
  });

  test('no code has words of one language next to those of another', () => {
    const both = globSync('{components,entrypoints,scripts,utils}/**/*.{ts,tsx}').filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /[{,(\s]en: ['"`[{]/.test(text) && /[{,(\s]es: ['"`[{]/.test(text);
    });
    expect(both).toEqual([]);
  });
});
