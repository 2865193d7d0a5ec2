/** Makes the texts for the stores' forms from the texts in `data/stores` and from docs/permissions.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { justifications } from './permission-texts.ts';

/** The texts of a listing in one language. */
export interface Listing {
  name: string;
  /** The manifest's description, which Chrome and Edge show: 132 characters at most. */
  summary: string;
  /** 250 characters at most. */
  firefoxSummary: string;
  /** The employer's statement on the notice in the stores' pictures. */
  pictureStatement: string;
  /** Paragraphs and list items. */
  description: string[];
}

export const STORES = ['chrome', 'firefox', 'edge'] as const;
type Store = (typeof STORES)[number];

interface Answer {
  question: string;
  answer: string;
}

/** @returns the listing in a language. The manifest uses its name and summary too (`scripts/build/generated-files.ts`). */
export function readListing(language: Language, root = '.'): Listing {
  return readJson<Listing>(join(root, `data/stores/${language}/listing.json`));
}

/**
 * @returns file names and texts, sorted by name: a listing for each store and language, answers for each store, notes for
 *   reviewers.
 */
export function storeFiles(root: string): [string, string][] {
  const answers = readJson<Record<Store, Answer[]>>(join(root, 'data/stores/answers.json'));
  const permissions = justifications(readFileSync(join(root, 'docs/permissions.md'), 'utf8'));
  const listings = STORES.flatMap((store) =>
    LANGUAGES.map((language): [string, string] => [
      `${store}/listing-${language}.txt`,
      listingText(readListing(language, root), store),
    ]),
  );
  const forms = STORES.map((store): [string, string] => [
    `${store}/answers.txt`,
    [...answers[store].map(({ question, answer }) => [question, answer] as const), ...permissions]
      .map(([question, answer]) => `${question}\n${answer}\n`)
      .join('\n'),
  ]);
  const notes: [string, string] = [
    'reviewer-notes.txt',
    readFileSync(join(root, 'data/stores/reviewer-notes.txt'), 'utf8'),
  ];
  return [...listings, ...forms, notes].sort(([a], [b]) => (a < b ? -1 : 1));
}

function listingText({ name, summary, firefoxSummary, description }: Listing, store: Store): string {
  const short = store === 'firefox' ? firefoxSummary : summary;
  return `${name}\n\n${short}\n\n${descriptionText(description)}\n`;
}

/** @returns the description as one text, with an empty line between all parts except the items of a list. */
export function descriptionText(description: readonly string[]): string {
  return description
    .map((line, index) =>
      index > 0 && !(line.startsWith('•') && description[index - 1]?.startsWith('•')) ? `\n${line}` : line,
    )
    .join('\n');
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
