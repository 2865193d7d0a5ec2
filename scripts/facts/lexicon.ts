/** Reads the words that the extension does not use, in each language: some never, some not toward the reader. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyLetter } from './pattern.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What to look for, and what to write instead. */
export interface Avoid {
  pattern: RegExp;
  instead: string;
}

/** `data/lint/<language>/lexicon.json`, with its patterns compiled. */
export interface Lexicon {
  /** Never used: they blame people, turn them into things, or play down what happens. */
  never: Avoid[];
  /** Never said to the reader: labels, threats that nobody can carry out, and any hint that the reader is watched. */
  neverToReader: Avoid[];
  /** The form of address that the language uses for the reader; null if it has only one form, or if none was chosen. */
  address: (Avoid & { young: RegExp }) | null;
  /** Names of services, days and laws in their own words. The lint removes them before it checks a text. */
  properNames: string[];
  /** Numbers written as words, which would get past the rule that a lapsed entry shows no figure; null if a language has none. */
  numberWords: RegExp | null;
  /** Abbreviations whose full stops end no sentence. */
  abbreviations: string[];
  /** The longest allowed sentence: in words, or in characters for a language without spaces between words. */
  longest: { words: number } | { characters: number };
}

interface Written {
  never: { pattern: string; instead: string }[];
  neverToReader: { pattern: string; instead: string }[];
  /** `young`: file and key of texts where the other form is right, because a child reads them or is spoken to. */
  address?: { note: string; pattern: string; instead: string; young: string };
  properNames: string[];
  numberWords: string | null;
  abbreviations: string[];
  longest?: Lexicon['longest'];
}

/** The most words that a sentence of the notice may have. */
const LONGEST_SENTENCE = 18;

const read = new Map<string, Lexicon>();

/** @returns the lexicon of a language. Throws if it has none. */
export function lexiconOf(language: string): Lexicon {
  const known = read.get(language);
  if (known) return known;
  const file = join(ROOT, 'data/lint', language, 'lexicon.json');
  if (!existsSync(file)) throw new Error(`data/lint/${language}/lexicon.json is missing`);
  const written = JSON.parse(readFileSync(file, 'utf8')) as Written;
  const ready = (list: Written['never']): Avoid[] =>
    list.map(({ pattern, instead }) => ({ pattern: anyLetter(pattern), instead }));
  const { address } = written;
  const lexicon: Lexicon = {
    never: ready(written.never),
    neverToReader: ready(written.neverToReader),
    address: address
      ? { pattern: anyLetter(address.pattern), instead: address.instead, young: new RegExp(address.young) }
      : null,
    properNames: written.properNames,
    numberWords: written.numberWords ? anyLetter(`\\b(${written.numberWords})\\b`) : null,
    abbreviations: written.abbreviations,
    longest: written.longest ?? { words: LONGEST_SENTENCE },
  };
  read.set(language, lexicon);
  return lexicon;
}
