/** Gives a translator one sheet with every text that is missing or has fallen behind, and puts the filled sheet back into the files. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fill, type Texts } from './texts.ts';
import { digest, readRecord, writeRecord } from './translated-from.ts';
import { type Aim, aimOf, readJson, textsOf, type WantedFile, wantedFiles } from './wanted.ts';

/** Texts by file and path: English on the way out, translated on the way back. */
export type Worksheet = Record<string, Record<string, string>>;

/** Sentences that come again word for word, such as "Day and night, every day". */
const REPEATS = /^data\/(help|law)\//;

/** @returns the English of all that is to be done; a text that comes again in helplines or laws stands once. */
export function worksheet(language: string, root = '.', otherwise?: Aim): Worksheet {
  const record = readRecord(language, root);
  const wanted = wantedFiles(language, aimOf(language, root, otherwise), root);
  const known = memory(wanted, root);
  const sheet: Worksheet = {};
  for (const { file, texts } of wanted) {
    const there = textsOf(file, root);
    for (const [path, english] of texts) {
      const was = record[file]?.[path];
      if (there.has(path) && (was === undefined || was === digest(english))) continue;
      if (REPEATS.test(file) && !there.has(path)) {
        if (known.has(english)) continue;
        known.set(english, '');
      }
      sheet[file] = { ...sheet[file], [path]: english };
    }
  }
  return sheet;
}

/**
 * Writes the texts of a sheet into the language's files, in the order of the English ones, fills repeats, and records of
 * which English each was made.
 * @returns what does not belong: files and paths that English does not have. Nothing of those is written.
 */
export function fillWorksheet(language: string, sheet: Worksheet, root = '.', otherwise?: Aim): string[] {
  const record = readRecord(language, root);
  const wanted = withAsked(
    wantedFiles(language, aimOf(language, root, otherwise), root),
    language,
    sheet,
    root,
  );
  const merged = wanted.map(({ file, model, texts }) => {
    const given = new Map(Object.entries(sheet[file] ?? {}).filter(([, text]) => text.trim() !== ''));
    return { file, model, texts, given, there: new Map([...textsOf(file, root), ...given]) };
  });
  const known = new Map<string, string>();
  for (const { file, texts, there } of merged) {
    for (const [path, english] of texts) {
      const said = there.get(path);
      if (said !== undefined && REPEATS.test(file) && !known.has(english)) known.set(english, said);
    }
  }
  for (const { file, model, texts, given, there } of merged) {
    const digests = { ...record[file] };
    for (const [path, english] of texts) {
      const repeated = REPEATS.test(file) ? known.get(english) : undefined;
      if (!there.has(path) && repeated !== undefined) {
        there.set(path, repeated);
        digests[path] = digest(english);
      }
      if (given.has(path) || (there.has(path) && digests[path] === undefined))
        digests[path] = digest(english);
    }
    const filled = fill(readJson<Texts>(join(root, model)), there);
    if (filled === undefined) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${JSON.stringify(filled, null, 2)}\n`);
    record[file] = digests;
  }
  writeRecord(language, record, root);
  return strangers(sheet, wanted);
}

/** A sheet may bring a law or a region that the language need not have. */
function withAsked(wanted: WantedFile[], language: string, sheet: Worksheet, root: string): WantedFile[] {
  const names = new Set(wanted.map(({ file }) => file));
  const asked = Object.keys(sheet).flatMap((file) => {
    const model = file.replace(`/${language}/`, '/en/');
    if (names.has(file) || model === file || !existsSync(join(root, model))) return [];
    return [{ file, model, texts: textsOf(model, root) }];
  });
  return [...wanted, ...asked];
}

function strangers(sheet: Worksheet, wanted: readonly WantedFile[]): string[] {
  const models = new Map(wanted.map(({ file, model }) => [file, textsOf(model)]));
  return Object.entries(sheet).flatMap(([file, texts]) => {
    const model = models.get(file);
    if (!model) return [`${file}: English has no such file`];
    return Object.keys(texts).flatMap((path) => (model.has(path) ? [] : [`${file}: English has no ${path}`]));
  });
}

function memory(wanted: readonly WantedFile[], root: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const { file, texts } of wanted) {
    if (!REPEATS.test(file)) continue;
    const there = textsOf(file, root);
    for (const [path, english] of texts) {
      const said = there.get(path);
      if (said !== undefined) known.set(english, said);
    }
  }
  return known;
}
