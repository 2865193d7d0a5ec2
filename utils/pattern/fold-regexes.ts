/**
 * Folds expressions that differ only in some of their words into one. The result may be too long for a rule, but a reader that
 * takes longer expressions has to compile the common text only once.
 */

/** The fewest characters of common text that make a fold worth its parentheses. */
const WORTH = 6;

/** One expression as a row of atoms: each a character, a class, an escape or a group, with its quantifier. */
type Atoms = readonly string[];

interface Fold {
  before: string;
  words: string[];
  after: string;
}

/**
 * @param expressions - without alternatives outside of a group. Neighbors are folded: `a(?:b|c)d`, `a(?:e|f)d` become
 *   `a(?:b|c|e|f)d`.
 * @returns expressions that together match the same texts.
 */
export function foldRegexes(expressions: readonly string[]): string[] {
  const folds: Fold[] = [];
  for (const expression of expressions) {
    const last = folds.at(-1);
    const joined = last && joinFold(last, expression);
    if (joined) folds[folds.length - 1] = joined;
    else folds.push({ before: expression, words: [], after: '' });
  }
  return folds.map(({ before, words, after }) =>
    words.length > 0 ? `${before}(?:${words.join('|')})${after}` : before,
  );
}

function joinFold(fold: Fold, expression: string): Fold | null {
  if (fold.words.length === 0) return beginFold(atomsOf(fold.before), atomsOf(expression));
  const { before, words, after } = fold;
  const fits = expression.startsWith(before) && expression.endsWith(after);
  const middle = fits ? expression.slice(before.length, expression.length - after.length) : '';
  if (middle === '' || before.length + after.length >= expression.length) return null;
  // An atom must not be split.
  const whole = [...atomsOf(before), ...atomsOf(middle), ...atomsOf(after)].join('\n');
  if (whole !== atomsOf(expression).join('\n')) return null;
  return { before, words: [...words, inside(middle)], after };
}

function beginFold(one: Atoms, other: Atoms): Fold | null {
  const most = Math.min(one.length, other.length) - 1;
  let first = 0;
  while (first < most && one[first] === other[first]) first++;
  let last = 0;
  while (last < most - first && one.at(-1 - last) === other.at(-1 - last)) last++;
  const before = one.slice(0, first).join('');
  const after = last > 0 ? one.slice(-last).join('') : '';
  if (before.length + after.length < WORTH) return null;
  const middle = (atoms: Atoms) => inside(atoms.slice(first, atoms.length - last).join(''));
  return { before, words: [middle(one), middle(other)], after };
}

/** @returns the middle; if it is a single group, without its parentheses. */
function inside(middle: string): string {
  const [only, ...more] = atomsOf(middle);
  return more.length === 0 && only?.startsWith('(?:') && only.endsWith(')') ? only.slice(3, -1) : middle;
}

/** @returns the expression as a row of atoms, each with its quantifier. */
export function atomsOf(expression: string): string[] {
  const atoms: string[] = [];
  for (let at = 0; at < expression.length; ) {
    const end = endOfAtom(expression, at);
    atoms.push(expression.slice(at, end));
    at = end;
  }
  return atoms;
}

function endOfAtom(expression: string, start: number): number {
  let end = start + 1;
  if (expression[start] === '\\') end++;
  else if (expression[start] === '[') end = endOfClass(expression, start);
  else if (expression[start] === '(') {
    for (let depth = 1; depth > 0 && end < expression.length; end++) {
      if (expression[end] === '\\') end++;
      else if (expression[end] === '[') end = endOfClass(expression, end) - 1;
      else if (expression[end] === '(') depth++;
      else if (expression[end] === ')') depth--;
    }
  }
  while (/[?*+]/.test(expression[end] ?? '')) end++;
  return end;
}

function endOfClass(expression: string, start: number): number {
  let end = start + 2;
  while (end < expression.length && expression[end] !== ']') end += expression[end] === '\\' ? 2 : 1;
  return end + 1;
}
