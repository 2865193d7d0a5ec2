/** Finds figures that circulate without a sound basis. No message of the extension may use one. */
import { readFileSync } from 'node:fs';
import { anyLetter } from './pattern.ts';

/** What to look for, and why it is excluded. */
interface Excluded {
  pattern: RegExp;
  why: string;
}

/** `data/lint/excluded.json`: each figure in the words of the languages in which it circulates. */
const EXCLUDED: readonly Excluded[] = (
  JSON.parse(readFileSync(new URL('../../data/lint/excluded.json', import.meta.url), 'utf8')) as {
    pattern: string;
    why: string;
  }[]
).map(({ pattern, why }) => ({ pattern: anyLetter(pattern), why }));

/** @returns why a text may not be shown, or null if it may. */
export function excludedFigure(text: string): string | null {
  const found = EXCLUDED.find(({ pattern }) => pattern.test(text));
  return found ? `"${found.pattern.exec(text)?.[0] ?? ''}": ${found.why}` : null;
}
