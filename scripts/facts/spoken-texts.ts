/** Gathers every text the product says to somebody, with where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Claim, Signs } from '../../utils/notice/claims-types.ts';
import type { InEachLanguage } from '../../utils/notice/help-types.ts';
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';
import { helpStrips } from '../build/help-strips.ts';
import { readHelpFiles } from '../build/read-help.ts';
import { plainTexts } from './icu.ts';
import { readLaws } from './read-data.ts';

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
  return names('claims/').flatMap((name) =>
    read<Claim[]>(`claims/${name}`).flatMap((claim) => [
      ...both(`data/claims/${name} ${claim.id}`, 'claims', claim.text),
      ...(claim.figures
        ? both(`data/claims/${name} ${claim.id} plain`, 'claims', claim.plainWithoutFigures)
        : []),
    ]),
  );
}

function signs(): SpokenText[] {
  const { note, signs: list } = read<Signs>('signs.json');
  return [
    ...both('data/signs.json note', 'signs', note),
    ...list.flatMap((sign) => both(`data/signs.json ${sign.id}`, 'signs', sign.text)),
  ];
}

function help(): SpokenText[] {
  const lines = readHelpFiles().flatMap((file) =>
    file.lines.flatMap((line) =>
      (['about', 'hours', 'limits'] as const).flatMap((part) =>
        both(`data/help/${file.region}.json ${line.id} ${part}`, 'helplines', line[part]),
      ),
    ),
  );
  // A telephone number is dialed, not read: it weighs nothing in a reading grade and states no figure.
  const strips = Object.entries(helpStrips()).flatMap(([country, texts]) =>
    both(`help strip of ${country}`, 'strips', texts).map((spoken) => ({
      ...spoken,
      text: spoken.text.replace(/[+#]?\d[\d -]*/g, 'Ana'),
    })),
  );
  return [...lines, ...strips];
}

/** The law's own terms and names are quotations; its plain sentences are ours. The place's name is not ours to shorten. */
function laws(): SpokenText[] {
  return readLaws().flatMap((law) =>
    (['plain', 'figures', 'plainMinor', 'figuresMinor', 'limits'] as const).flatMap((part) => {
      const texts = law[part];
      if (!texts) return [];
      return both(`data/law/${law.code}.json ${part}`, 'laws', texts).map((spoken) => ({
        ...spoken,
        text: spoken.text.replaceAll(law.name[spoken.language], 'Ana'),
      }));
    }),
  );
}

function both(where: string, surface: string, texts: InEachLanguage): SpokenText[] {
  return LANGUAGES.map((language) => ({
    where: `${where} ${language}`,
    language,
    text: texts[language],
    surface,
    heading: false,
  }));
}

function names(folder: string): string[] {
  return readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as T;
}
