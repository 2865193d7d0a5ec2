/** What an address must contain for an expression to match: looking for that is a hundred times cheaper than the expression. */
import { atomsOf } from './fold-regexes.ts';

/** Every address contains it, so it excludes none. */
const SCHEME = /^\^https\?:\/\//;

/**
 * @param expression - in the common subset of RE2 and JavaScript.
 * @returns the longest run of letters and digits behind the scheme, in lower case, that every match contains; empty where there is none.
 */
export function requiredText(expression: string): string {
  return requiredTexts(atomsOf(expression.replace(SCHEME, ''))).reduce(
    (one, other) => (other.length > one.length ? other : one),
    '',
  );
}

/**
 * @returns words, at least one of which every match contains: one, or one for each member of a class such as `es[ck]ort`.
 *   None where that cannot be said.
 */
export function neededWords(expression: string, words: readonly string[]): string[] {
  const atoms = atomsOf(expression);
  const choice = atoms.findIndex((atom) => /^\[[a-z][a-z]+\]$/.test(atom));
  const members = choice < 0 ? [''] : [...(atoms[choice] ?? '').slice(1, -1)];
  const needed = members.map((member) => {
    const texts = requiredTexts(choice < 0 ? atoms : atoms.with(choice, member));
    return words.find((word) => texts.some((text) => text.includes(word)));
  });
  return needed.every((word) => word !== undefined) ? [...new Set(needed)] : [];
}

/** Runs of letters and digits that are in every match. */
function requiredTexts(atoms: readonly string[]): string[] {
  // Alternatives outside of a group: nothing is needed by all of them.
  if (atoms.includes('|')) return [];
  const single = atoms.map((atom) => (/^[a-z0-9]$/i.test(atom) ? atom.toLowerCase() : ' '));
  return single.join('').split(/ +/);
}
