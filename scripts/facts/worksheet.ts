/**
 * Gives a translator one sheet with every text that is missing or outdated, and writes the texts of the completed sheet into the
 * files.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Aim, aimOf, readJson, requiredFiles, textsOf, type WantedFile } from './required-texts.ts';
import { markUnread } from './reviewed.ts';
import { fill, flatten, type Texts } from './texts.ts';
import { digest, readRecord, type Translated, writeRecord } from './translated-from.ts';

export interface Worksheet {
  /** By file and path: English in a new sheet, the translation in a completed one. */
  texts: Record<string, Record<string, string>>;
  /** The English version of each text in the sheet. The translator leaves it unchanged. */
  madeFrom: Translated;
}

/** Files whose sentences are repeated word for word, such as "Day and night, every day". */
const REPEATS = /^data\/(help|law)\//;

/** @returns the English of every text to translate. A text that helplines or laws repeat appears once. */
export function worksheet(language: string, root = '.', asked?: Partial<Aim>): Worksheet {
  const record = readRecord(language, root);
  const wanted = requiredFiles(language, aimOf(language, root, asked), root);
  const known = memory(wanted, root);
  const sheet: Worksheet = { texts: {}, madeFrom: {} };
  for (const { file, texts } of wanted) {
    const there = textsOf(file, root);
    for (const [path, english] of texts) {
      const was = record[file]?.[path];
      if (there.has(path) && (was === undefined || was === digest(english))) continue;
      if (REPEATS.test(file) && !there.has(path)) {
        if (known.has(english)) continue;
        known.set(english, '');
      }
      sheet.texts[file] = { ...sheet.texts[file], [path]: english };
      sheet.madeFrom[file] = { ...sheet.madeFrom[file], [path]: digest(english) };
    }
  }
  return sheet;
}

/**
 * Writes the texts of a sheet into the language's files, in the order of the English ones, and fills in repeats. Records which
 * English each text was made from, and that nobody has read the changed texts.
 * @returns what does not belong in the files: files and paths that English does not have, and texts whose English has changed
 *   since the sheet was made. These are not written.
 */
export function fillWorksheet(
  language: string,
  sheet: Worksheet,
  root = '.',
  asked?: Partial<Aim>,
): string[] {
  const record = readRecord(language, root);
  const wanted = withAsked(
    requiredFiles(language, aimOf(language, root, asked), root),
    language,
    sheet,
    root,
  );
  const merged = wanted.map(({ file, model, texts }) => {
    const english = textsOf(model, root);
    const given = new Map(
      Object.entries(sheet.texts[file] ?? {}).filter(
        ([path, text]) => text.trim() !== '' && isFresh(sheet, file, path, english),
      ),
    );
    return { file, model, texts, english, given, there: new Map([...textsOf(file, root), ...given]) };
  });
  const known = new Map<string, string>();
  for (const { file, texts, there } of merged) {
    for (const [path, english] of texts) {
      const said = there.get(path);
      if (said !== undefined && REPEATS.test(file) && !known.has(english)) known.set(english, said);
    }
  }
  const changed: string[] = [];
  const written = new Map<string, Texts>();
  for (const { file, model, texts, english, given, there } of merged) {
    const digests = { ...record[file] };
    for (const [path, text] of texts) {
      const repeated = REPEATS.test(file) ? known.get(text) : undefined;
      if (!there.has(path) && repeated !== undefined) {
        there.set(path, repeated);
        digests[path] = digest(text);
      }
    }
    // Covers all English texts: a claim that the language does not need becomes outdated like any other.
    for (const [path, text] of english) {
      if (given.has(path) || (there.has(path) && digests[path] === undefined)) digests[path] = digest(text);
    }
    const filled = fill(readJson<Texts>(join(root, model)), there);
    if (filled === undefined) continue;
    if (!isSaidBy(textsOf(file, root), flatten(filled))) changed.push(file);
    written.set(file, filled);
    record[file] = digests;
  }
  // First, because a second run after one that broke off finds no changed text any more.
  markUnread(language, changed, root);
  for (const [file, filled] of written) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${JSON.stringify(filled, null, 2)}\n`);
  }
  writeRecord(language, record, root);
  return leftOut(sheet, wanted, root);
}

function isSaidBy(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size === after.size && [...after].every(([path, text]) => before.get(path) === text);
}

/** @returns whether a translation was made from today's English. Otherwise, it may no longer be true. */
function isFresh(
  { madeFrom }: Worksheet,
  file: string,
  path: string,
  english: ReadonlyMap<string, string>,
): boolean {
  const text = english.get(path);
  return text !== undefined && madeFrom[file]?.[path] === digest(text);
}

/** Adds the laws or regions that a sheet contains although the language does not need them. */
function withAsked(wanted: WantedFile[], language: string, sheet: Worksheet, root: string): WantedFile[] {
  const names = new Set(wanted.map(({ file }) => file));
  const asked = Object.keys(sheet.texts).flatMap((file) => {
    const model = file.replace(`/${language}/`, '/en/');
    if (names.has(file) || model === file || !existsSync(join(root, model))) return [];
    return [{ file, model, texts: textsOf(model, root) }];
  });
  return [...wanted, ...asked];
}

function leftOut(sheet: Worksheet, wanted: readonly WantedFile[], root: string): string[] {
  const models = new Map(wanted.map(({ file, model }) => [file, textsOf(model, root)]));
  return Object.entries(sheet.texts).flatMap(([file, texts]) => {
    const model = models.get(file);
    if (!model) return [`${file}: English has no such file`];
    return Object.keys(texts).flatMap((path) => {
      if (!model.has(path)) return [`${file}: English has no ${path}`];
      if (isFresh(sheet, file, path, model)) return [];
      return [`${file}: the English of ${path} is not the one that this sheet was made from`];
    });
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
