/** Reads the items of a managed list one by one: a bad item is reported, and the others stay usable. */
import { type PatternProblem, parseCustomPattern, withoutComment } from '../pattern/custom-pattern.ts';
import type { CustomPattern } from '../pattern/types.ts';
import { locate } from '../place/countries.ts';
import { cleanText, renderReceived } from './clean-text.ts';
import type { Note } from './coerce.ts';

/** The result of reading a list. `errors` are about items that could not be used, `notes` about items that were repaired. */
export interface ReadList<T> {
  items: T[];
  errors: Note[];
  notes: Note[];
}

type ReadItem<T> = { item: T; note?: Note } | { error: Note } | null;

function readItems<T>(raw: unknown[], most: number, read: (text: string) => ReadItem<T>): ReadList<T> {
  const result: ReadList<T> = { items: [], errors: [], notes: [] };
  const seen = new Set<string>();
  raw.slice(0, most).forEach((value, index) => {
    if (typeof value !== 'string') {
      result.errors.push({
        problem: 'itemNotText',
        values: { position: index + 1, text: renderReceived(value) },
      });
      return;
    }
    const clean = cleanText(value, false);
    if (clean.changed) result.notes.push({ problem: 'charactersRemoved' });
    if (seen.has(clean.text)) return;
    seen.add(clean.text);
    const outcome = read(clean.text);
    if (outcome === null) return;
    if ('error' in outcome) result.errors.push(outcome.error);
    else {
      result.items.push(outcome.item);
      if (outcome.note) result.notes.push(outcome.note);
    }
  });
  if (raw.length > most) result.errors.push({ problem: 'listTooLong', values: { count: raw.length, most } });
  return result;
}

const PATTERN_PROBLEMS: Record<PatternProblem, string> = {
  empty: 'patternNoHost',
  'not-a-host': 'patternNoHost',
  'too-wide': 'patternTooWide',
  'other-scheme': 'patternOtherScheme',
  'too-long': 'patternTooLong',
  'star-in-host': 'patternStarInHost',
};

/** Reads patterns; empty items and `#` comments are skipped. */
export function readPatterns(raw: unknown[], most: number): ReadList<CustomPattern> {
  return readItems(raw, most, (text) => {
    const line = withoutComment(text);
    if (line === '') return null;
    const parsed = parseCustomPattern(line);
    if (parsed.ok) return { item: parsed.pattern };
    return { error: { problem: PATTERN_PROBLEMS[parsed.problem], values: { text: renderReceived(line) } } };
  });
}

/** Reads codes of countries and regions: `US`, `US-GA`. The country must exist; so must the region, if its country has a list of them. */
export function readPlaces(raw: unknown[], most: number): ReadList<string> {
  return readItems(raw, most, (text) => {
    const upper = text.toUpperCase().replace('_', '-');
    // The United Kingdom's code is GB; UK is only reserved, and the mistake is common.
    const code = upper.replace(/^UK(?=$|-)/, 'GB');
    if (!locate(code)) return { error: unknownPlace(code, renderReceived(text)) };
    return code === text
      ? { item: code }
      : { item: code, note: { problem: 'readAs', values: { read: code } } };
  });
}

function unknownPlace(code: string, text: string): Note {
  const country = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(code)?.[1];
  if (!country || !locate(country)) return { problem: 'unknownPlace', values: { text } };
  return { problem: 'unknownRegion', values: { text, country } };
}

/** Reads names from a fixed set. */
export function readChoices(raw: unknown[], choices: readonly string[], most: number): ReadList<string> {
  return readItems(raw, Math.max(most, 100), (text) => {
    const word = text.toLowerCase();
    if (!choices.includes(word)) {
      return { error: { problem: 'unknownChoice', values: { choices: choices.join(', ') } } };
    }
    return word === text
      ? { item: word }
      : { item: word, note: { problem: 'readAs', values: { read: word } } };
  });
}
