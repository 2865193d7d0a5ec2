/** Finds a text that every match of an expression contains. Looking for it is a hundred times cheaper than running the expression. */
import { atomsOf } from './fold-regexes.ts';

/** Every address contains it, so it excludes none. */
const SCHEME = /^\^https\?:\/\//;

/**
 * @param expression - in the common subset of RE2 and JavaScript.
 * @returns the longest run of letters and digits after the scheme, in lower case, that every match contains; empty if there is none.
 */
export function requiredText(expression: string): string {
  return requiredTexts(atomsOf(expression.replace(SCHEME, ''))).reduce(
    (one, other) => (other.length > one.length ? other : one),
    '',
  );
}

/** Runs of letters and digits that are in every match. */
function requiredTexts(atoms: readonly string[]): string[] {
  // Alternatives outside of a group: nothing is needed by all of them.
  if (atoms.includes('|')) return [];
  const single = atoms.map((atom) => (/^[a-z0-9]$/i.test(atom) ? atom.toLowerCase() : ' '));
  return single.join('').split(/ +/);
}
