/** Words the product does not say, in each language: some never, some not to the reader. */
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

/** `data/lint/<language>/lexicon.json`, its patterns made ready. */
export interface Lexicon {
  /** Never used: they blame, they turn people into things, or they make light of it. */
  never: Avoid[];
  /** Never said to the reader: labels, threats nobody can keep, and any hint that somebody watches. */
  neverToReader: Avoid[];
  /** How the language speaks to the person who reads, where it has a choice; null where it has none, or none was made. */
  address: (Avoid & { young: RegExp }) | null;
  /** Names of services, days and laws, as they call themselves: taken out before the lint looks. */
  properNames: string[];
  /** Numbers written as words would slip past the rule that a lapsed entry shows no figure; null where a language has none. */
  numberWords: RegExp | null;
  /** With full stops that end no sentence. */
  abbreviations: string[];
  /** How long a sentence may be: in words, or in characters where a language sets no spaces between words. */
  longest: { words: number } | { characters: number };
}

interface Written {
  never: { pattern: string; instead: string }[];
  neverToReader: { pattern: string; instead: string }[];
  /** `young`: where the other form is right, as file and key: there a child reads it, or is spoken to. */
  address?: { note: string; pattern: string; instead: string; young: string };
  properNames: string[];
  numberWords: string | null;
  abbreviations: string[];
  longest?: Lexicon['longest'];
}

/** A sentence on the notice has at most this many words. */
const LONGEST_SENTENCE = 18;

const read = new Map<string, Lexicon>();

/** @returns the lexicon of a language. Throws where it has none. */
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
