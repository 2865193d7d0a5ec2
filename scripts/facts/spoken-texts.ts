/** Gathers every text the product says to somebody, with where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import type { SignSentences } from '../../utils/notice/claims-types.ts';
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';
import { mainHelplines } from '../build/main-helplines.ts';
import { readHelpFiles } from '../build/read-help.ts';
import { plainTexts } from './icu.ts';
import { readLaws } from './read-data.ts';
import { readClaims } from './render-notice.ts';

export interface SpokenText {
  /** File and key, such as `data/words/en/help.json title`. */
  where: string;
  language: Language;
  text: string;
  /** Texts that are read as one: a surface, a list. */
  surface: string;
  heading: boolean;
}

const DATA = new URL('../../data/', import.meta.url);

/** @returns the texts of `data/words`, the claims, the signs, the helplines, and what the notice says of each law. */
export function spokenTexts(): SpokenText[] {
  return [...words(), ...claims(), ...signs(), ...help(), ...laws()];
}

function words(): SpokenText[] {
  return LANGUAGES.flatMap((language) =>
    names(`words/${language}/`).flatMap((name) => {
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
    }),
  );
}

/** A convention of the word files: such keys are set as headings. */
export function isHeading(key: string): boolean {
  return /^(title|heading|headline\d*)$|[-a-z](-title|-heading|Title|Heading)$/.test(key);
}

function claims(): SpokenText[] {
  return LANGUAGES.flatMap((language) =>
    readClaims(language).flatMap((claim) => [
      one(`data/claims/${language}/${claim.theme}.json ${claim.id}`, 'claims', language, claim.text),
      ...(claim.figures
        ? [
            one(
              `data/claims/${language}/${claim.theme}.json ${claim.id} plain`,
              'claims',
              language,
              claim.plainWithoutFigures,
            ),
          ]
        : []),
    ]),
  );
}

function signs(): SpokenText[] {
  return LANGUAGES.flatMap((language) => {
    const file = `learn/${language}/signs.json`;
    const { note, signs: list } = read<SignSentences>(file);
    return [
      one(`data/${file} note`, 'signs', language, note),
      ...Object.entries(list).map(([id, text]) => one(`data/${file} ${id}`, 'signs', language, text)),
    ];
  });
}

function help(): SpokenText[] {
  const lines = LANGUAGES.flatMap((language) =>
    readHelpFiles(language).flatMap((file) =>
      file.lines.flatMap(({ id, said }) =>
        (['about', 'hours', 'limits'] as const).map((part) =>
          one(`data/help/${language}/${file.region}.json ${id} ${part}`, 'helplines', language, said[part]),
        ),
      ),
    ),
  );
  // A telephone number is dialed, not read: it weighs nothing in a reading grade and states no figure.
  const helplines = Object.entries(mainHelplines()).flatMap(([country, texts]) =>
    LANGUAGES.map((language) =>
      one(
        `main helpline of ${country} ${language}`,
        'main-helplines',
        language,
        texts[language].line.replace(/[+#]?\d[\d -]*/g, 'Ana'),
      ),
    ),
  );
  return [...lines, ...helplines];
}

/** The law's own terms and names are quotations; its plain sentences are ours. The place's name is not ours to shorten. */
function laws(): SpokenText[] {
  return LANGUAGES.flatMap((language) =>
    readLaws(language).flatMap((law) =>
      (['plain', 'figures', 'plainMinor', 'figuresMinor', 'limits'] as const).flatMap((part) => {
        const text = law[part];
        if (!text) return [];
        const where = `data/law/${language}/${law.code}.json ${part}`;
        return [one(where, 'laws', language, text.replaceAll(law.name, 'Ana'))];
      }),
    ),
  );
}

function one(where: string, surface: string, language: Language, text: string): SpokenText {
  return { where, language, text, surface, heading: false };
}

function names(folder: string): string[] {
  return readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as T;
}
