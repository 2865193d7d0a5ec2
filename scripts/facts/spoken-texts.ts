/** Gathers every text that the extension shows to people, with its place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { SignSentences } from '../../utils/notice/claims-types.ts';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { mainHelplines } from '../build/main-helplines.ts';
import { readHelpFiles } from '../build/read-help.ts';
import { readWords } from '../read-words.ts';
import type { Listing } from '../release/store-files.ts';
import { plainTexts } from './icu.ts';
import { readLaws } from './read-data.ts';
import { readClaims } from './render-notice.ts';

export interface SpokenText {
  /** File and key, such as `data/words/en/help.json title`. */
  where: string;
  language: Language;
  text: string;
  /** What is read as one text: a surface, a list. */
  surface: string;
  heading: boolean;
}

const DATA = new URL('../../data/', import.meta.url);

/** @returns the texts of `data/words`, the claims, the signs, the helplines, what the notice says about each law, and the listing. */
export function spokenTexts(languages: readonly Language[] = LANGUAGES): SpokenText[] {
  return languages.flatMap((language) => [
    ...words(language),
    ...claims(language),
    ...signs(language),
    ...help(language),
    ...laws(language),
    ...listing(language),
  ]);
}

function words(language: Language): SpokenText[] {
  return names(`words/${language}/`).flatMap((name) => {
    const messages = read<Record<string, string>>(`words/${language}/${name}`);
    return Object.entries(messages).flatMap(([key, message]) =>
      plainTexts(message).map((text) => ({
        where: `data/words/${language}/${name} ${key}`,
        language,
        text,
        surface: name.replace(/\.json$/, ''),
        heading: isHeading(key),
      })),
    );
  });
}

/** @returns whether a key is a heading, by the naming rule of the word files. */
export function isHeading(key: string): boolean {
  return /^(title|heading|headline\d*)$|[-a-z](-title|-heading|Title|Heading)$/.test(key);
}

function claims(language: Language): SpokenText[] {
  return readClaims(language).flatMap((claim) => {
    const where = `data/claims/${language}/${claim.theme}.json ${claim.id}`;
    return [
      one(where, 'claims', language, claim.text),
      ...(claim.figures ? [one(`${where} plain`, 'claims', language, claim.plainWithoutFigures)] : []),
    ];
  });
}

function signs(language: Language): SpokenText[] {
  const file = `learn/${language}/signs.json`;
  if (!existsSync(new URL(file, DATA))) return [];
  const { note, signs: list } = read<SignSentences>(file);
  return [
    one(`data/${file} note`, 'signs', language, note),
    ...Object.entries(list).map(([id, text]) => one(`data/${file} ${id}`, 'signs', language, text)),
  ];
}

function help(language: Language): SpokenText[] {
  const lines = readHelpFiles(language).flatMap((file) =>
    file.lines.flatMap(({ id, said }) =>
      (['about', 'hours', 'limits'] as const).map((part) =>
        one(`data/help/${language}/${file.region}.json ${id} ${part}`, 'helplines', language, said[part]),
      ),
    ),
  );
  if (!existsSync(new URL(`words/${language}/main-helpline.json`, DATA))) return lines;
  const also = readWords('main-helpline', language)('also');
  // Leaves out telephone numbers, which people dial instead of reading, and languages in their own script, which are names: neither
  // counts in a reading grade.
  const helplines = Object.entries(mainHelplines([language])).map(([country, texts]) =>
    one(
      `main helpline of ${country} ${language}`,
      'main-helplines',
      language,
      (texts[language].line.split(also)[0] ?? '').trimEnd().replace(/[+#]?\d[\d -]*/g, 'Ana'),
    ),
  );
  return [...lines, ...helplines];
}

/**
 * @returns the law's plain sentences, which are the project's own. The law's terms and names are quotations, and the name of the
 *   place cannot be shortened.
 */
function laws(language: Language): SpokenText[] {
  return readLaws(language).flatMap((law) =>
    (['plain', 'figures', 'plainMinor', 'figuresMinor', 'limits'] as const).flatMap((part) => {
      const text = law[part];
      if (!text) return [];
      const where = `data/law/${language}/${law.code}.json ${part}`;
      return [one(where, 'laws', language, text.replaceAll(law.name, 'Ana'))];
    }),
  );
}

/** The texts of the store listings. */
function listing(language: Language): SpokenText[] {
  const file = `stores/${language}/listing.json`;
  if (!existsSync(new URL(file, DATA))) return [];
  const { summary, firefoxSummary, pictureStatement, description } = read<Listing>(file);
  return [summary, firefoxSummary, pictureStatement, ...description].map((text, index) =>
    one(`data/${file} ${index}`, 'stores', language, text),
  );
}

function one(where: string, surface: string, language: Language, text: string): SpokenText {
  return { where, language, text, surface, heading: false };
}

function names(folder: string): string[] {
  if (!existsSync(new URL(folder, DATA))) return [];
  return readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as T;
}
