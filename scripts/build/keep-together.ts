/**
 * Keeps together what must not part at the end of a line, by spaces that do not break. Translators write ordinary spaces;
 * this happens where texts are compiled for a screen, so the lint, the worksheets and the review sheets see what was written.
 */
import { existsSync, readFileSync } from 'node:fs';

/** `data/lint/<language>/line-breaks.json`; a language without the file has the rules of all languages only. */
interface LineBreaks {
  /** Words that do not end a line, such as Polish one-letter prepositions. */
  withNext: string[];
  /** Words that do not begin one, such as Russian particles. */
  withPrevious: string[];
  /** Pairs of words that would part in a headline: an article or a preposition at the end of its line. */
  pairs?: string[];
}

/**
 * Their texts go into files of others (policy templates, scripts, commands) as well as onto the screen. Who searches, compares
 * or pastes those expects the space that the keyboard has.
 */
const FOR_FILES: readonly string[] = ['policy', 'deploy'];

/** Stands for the syntax of a message: what comes before or after it is not the edge of a word. */
const SYNTAX = '\uE000';

/** Where a branch begins and ends, and so a text. */
const EDGE = '\n';

const BETWEEN_ALL: readonly RegExp[] = [
  // French sets a space before these. No other language does.
  / (?=[:;?!»])|(?<=«) /g,
  // A dash stays on the line of what it follows.
  / (?=[—–] )/g,
  // An amount: `1 500 €`, `50 %`.
  /(?<=\d) (?=[\p{Sc}%])/gu,
  /(?<=(?<![\d-] ?)\d{1,3}(?: \d{3})*) (?=\d{3}(?: \d{3})*[ \u00A0\u202F]\p{Sc})/gu,
];

/**
 * @param text - as written, without the syntax of messages.
 * @returns the text with a space that does not break in place of each at which a line must not. It has the same length.
 */
export function keepTogether(text: string, language: string): string {
  return [...BETWEEN_ALL, ...rulesOf(language)].reduce((kept, rule) => kept.replace(rule, '\u00A0'), text);
}

/**
 * @param surface - whose message it is: some stay as they are.
 * @returns the same for an ICU message; its syntax stays.
 */
export function keepMessageTogether(message: string, language: string, surface: string): string {
  if (FOR_FILES.includes(surface)) return message;
  const kept = keepTogether(withoutSyntax(message), language);
  // By code units: that is what places in a string count.
  return message
    .split('')
    .map((unit, at) => (kept[at] === '\u00A0' ? '\u00A0' : unit))
    .join('');
}

/** @returns every text of a file of sentences, however deep it lies, kept together. */
export function keepAllTogether(value: unknown, language: string): unknown {
  if (typeof value === 'string') return keepTogether(value, language);
  if (Array.isArray(value)) return value.map((inner) => keepAllTogether(inner, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, keepAllTogether(inner, language)]),
  );
}

/** As long as the message, so that what is found in one is found in the other. */
function withoutSyntax(message: string): string {
  // Whether the text at this depth is said: outside of braces, and within a branch.
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
    // A short word stays with its number, and a number with what is counted.
    new RegExp(`(?<=(?<!${outside})\\p{L}{2}) (?=\\d)|(?<=[\\d#]) (?=\\p{L})`, 'gu'),
  ];
}
