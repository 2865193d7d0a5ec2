/**
 * Names every text that a language lacks, that English does not have, or whose English has changed since, so that a translator can
 * work through them.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { type Aim, aimOf, MODEL, readJson, requiredFiles, textsOf } from './required-texts.ts';
import { reviewGaps } from './reviewed.ts';
import { digest, readRecord } from './translated-from.ts';

/**
 * @param language - a code such as `fr`, in `data/languages.json` or not yet.
 * @param root - the project.
 * @param asked - depth or places to use instead of those in the list.
 * @returns one line for each file and kind of gap. Empty for a language that is complete.
 */
export function languageGaps(language: string, root = '.', asked?: Partial<Aim>): string[] {
  return [
    ...listed(language, root),
    ...lexicon(language, root),
    ...files(language, root, asked),
    ...reviewGaps(language, root),
  ];
}

function listed(language: string, root: string): string[] {
  const list = readJson<Record<string, unknown>>(join(root, 'data/languages.json'));
  return language in list ? [] : ['data/languages.json: does not list it, so nothing of it is shown'];
}

function lexicon(language: string, root: string): string[] {
  const file = `data/lint/${language}/lexicon.json`;
  return existsSync(join(root, file)) ? [] : [`${file}: not there`];
}

function files(language: string, root: string, asked?: Partial<Aim>): string[] {
  const record = readRecord(language, root);
  const wanted = requiredFiles(language, aimOf(language, root, asked), root);
  const gaps = wanted.flatMap(({ file, texts }) => {
    if (!existsSync(join(root, file))) return [`${file}: not there (${texts.size} texts)`];
    const there = textsOf(file, root);
    const model = textsOf(file.replace(`/${language}/`, `/${MODEL}/`), root);
    return [
      ...gap(
        file,
        'missing',
        [...texts.keys()].filter((path) => !there.has(path)),
      ),
      ...gap(
        file,
        'not in English',
        [...there.keys()].filter((path) => !model.has(path)),
      ),
      ...gap(file, 'older than the English', stale(there, model, record[file])),
    ];
  });
  return [...gaps, ...others(language, root, new Set(wanted.map(({ file }) => file)))];
}

/** Names law and helplines of a place that English no longer has. */
function others(language: string, root: string, wanted: ReadonlySet<string>): string[] {
  return globSync(`data/{help,law}/${language}/*.json`, { cwd: root })
    .filter((file) => !wanted.has(file))
    .sort()
    .flatMap((file) => gap(file, 'not in English', [...textsOf(file, root).keys()]));
}

function stale(
  there: ReadonlyMap<string, string>,
  model: ReadonlyMap<string, string>,
  known: Readonly<Record<string, string>> = {},
): string[] {
  return Object.entries(known).flatMap(([path, was]) => {
    const english = model.get(path);
    return english !== undefined && there.has(path) && digest(english) !== was ? [path] : [];
  });
}

function gap(file: string, what: string, found: readonly string[]): string[] {
  return found.length > 0 ? [`${file}: ${found.length} ${what} (${found.slice(0, 3).join(', ')})`] : [];
}
