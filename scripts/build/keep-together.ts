/**
 * Puts no-break spaces where a line must not end. Translators write ordinary spaces: this happens only where texts are compiled for a
 * screen, so the lint, the worksheets and the review sheets see what was written.
 */
import { existsSync, readFileSync } from 'node:fs';

/** `data/lint/<language>/line-breaks.json`. A language without this file has only the rules for all languages. */
interface LineBreaks {
  /** Words that do not end a line, such as Polish one-letter prepositions. */
  withNext: string[];
  /** Words that do not begin a line, such as Russian particles. */
  withPrevious: string[];
  /** Pairs of words that a line break would separate in a headline: an article or a preposition would end its line. */
  pairs?: string[];
}

/**
 * Texts of these surfaces also go into files (policy templates, scripts, commands). People search, compare and paste those, and expect
 * ordinary spaces.
 */
const FOR_FILES: readonly string[] = ['policy', 'deploy'];

/** Replaces the syntax of a message. What is next to it is not the edge of a word. */
const SYNTAX = '\uE000';

/** Marks where a branch begins and ends: a text begins or ends there too. */
const EDGE = '\n';

const BETWEEN_ALL: readonly RegExp[] = [
  // French puts a space before these. No other language does.
  / (?=[:;?!»])|(?<=«) /g,
  // A dash stays on the line of the word before it.
  / (?=[—–] )/g,
  // An amount: `1 500 €`, `50 %`.
  /(?<=\d) (?=[\p{Sc}%])/gu,
  /(?<=(?<![\d-] ?)\d{1,3}(?: \d{3})*) (?=\d{3}(?: \d{3})*[ \u00A0\u202F]\p{Sc})/gu,
];

/**
 * @param text - as written, without the syntax of messages.
 * @returns the text with a no-break space at each place where a line must not end. It has the same length.
 */
export function keepTogether(text: string, language: string): string {
  return [...BETWEEN_ALL, ...rulesOf(language)].reduce((kept, rule) => kept.replace(rule, '\u00A0'), text);
}

/**
 * Does the same for an ICU message, without changing its syntax.
 * @param surface - the message's surface; messages of some surfaces stay unchanged.
 */
export function keepMessageTogether(message: string, language: string, surface: string): string {
  if (FOR_FILES.includes(surface)) return message;
  const kept = keepTogether(withoutSyntax(message), language);
  // Splits by code units, because positions in a string count those.
  return message
    .split('')
    .map((unit, at) => (kept[at] === '\u00A0' ? '\u00A0' : unit))
    .join('');
}

/** Applies `keepTogether` to every text of a file of sentences, at any depth. */
export function keepAllTogether(value: unknown, language: string): unknown {
  if (typeof value === 'string') return keepTogether(value, language);
  if (Array.isArray(value)) return value.map((inner) => keepAllTogether(inner, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, keepAllTogether(inner, language)]),
  );
}

/** @returns the message with its syntax replaced. The length stays, so that positions in both are the same. */
function withoutSyntax(message: string): string {
  // Whether the text at each depth is shown: it is outside of braces, or inside a branch.
  const said = [true];
  return message
    .split('')
    .map((unit) => {
      const inText = said.at(-1) === true;
      if (unit === '{') {
        said.push(!inText);
        return inText ? SYNTAX : EDGE;
      }
      if (unit === '}') {
        said.pop();
        return inText ? EDGE : SYNTAX;
      }
      return inText ? unit : SYNTAX;
    })
    .join('');
}

const rules = new Map<string, readonly RegExp[]>();

function rulesOf(language: string): readonly RegExp[] {
  const known = rules.get(language);
  if (known) return known;
  const file = new URL(`../../data/lint/${language}/line-breaks.json`, import.meta.url);
  const made = existsSync(file) ? rulesFrom(JSON.parse(readFileSync(file, 'utf8')) as LineBreaks) : [];
  rules.set(language, made);
  return made;
}

function rulesFrom({ withNext, withPrevious, pairs = [] }: LineBreaks): RegExp[] {
  const outside = `[\\p{L}\\p{M}\\p{N}'’${SYNTAX}-]`;
  const whole = (words: readonly string[]) => `(?<!${outside})(?:${words.join('|')})`;
  return [
    ...(withNext.length > 0 ? [new RegExp(`(?<=${whole(withNext)}) `, 'giu')] : []),
    ...(withPrevious.length > 0
      ? [new RegExp(` (?=(?:${withPrevious.join('|')})(?!${outside}))`, 'giu')]
      : []),
    ...pairs.map((pair) => {
      const [first = '', second = ''] = pair.split(' ');
      return new RegExp(`(?<=${whole([first])}) (?=${second}(?!${outside}))`, 'giu');
    }),
    // A short word stays with the number after it, and a number with the word after it.
    new RegExp(`(?<=(?<!${outside})\\p{L}{2}) (?=\\d)|(?<=[\\d#]) (?=\\p{L})`, 'gu'),
  ];
}
