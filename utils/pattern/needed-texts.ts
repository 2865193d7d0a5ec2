/**
 * Finds short texts for an expression: every host that it matches contains at least one of them. A browser looks for thousands of
 * texts at once, but tries expressions one by one.
 */
import { atomsOf } from './fold-regexes.ts';
import { BEFORE_HOST } from './host-regex.ts';

/** The fewest letters and digits that a text may have: shorter texts are in too many ordinary hosts. */
const SHORTEST = 5;

/** Beyond this length, a longer text is in hardly fewer hosts, and one text is cheaper than several. */
const LONG_ENOUGH = 9;

/** Words that many ordinary hosts contain: they tell nothing, however long they are (counted in public lists of 2.85 million hosts). */
const ORDINARY = [
  'advisor',
  'alligator',
  'angeles',
  'annonce',
  'announce',
  'berlin',
  'bremen',
  'communities',
  'community',
  'companies',
  'dresden',
  'girls',
  'hoteles',
  'individual',
  'international',
  'intimacy',
  'japanese',
  'ladies',
  'ladys',
  'massager',
  'models',
  'modelle',
  'partner',
  'patrimonial',
  'personals',
  'private',
  'programas',
  'rankings',
  'reales',
  'sandiego',
  'sanantonio',
  'sanfrancisco',
  'sideline',
  'scotland',
  'servidor',
  'trans',
];

/** The most ways to write a run of characters that are tried. */
const MOST_WAYS = 30;

/** The most members of a character class that are tried. */
const MOST_MEMBERS = 6;

/** What is known about an expression or a part of one. */
interface Needs {
  /** All texts it matches; null where there are too many. */
  whole: string[] | null;
  /** Texts of which every match contains one; null where none are known. */
  texts: string[] | null;
}

/** @returns how many letters and digits of a text are not part of an ordinary word. */
type Tells = (text: string) => number;

/**
 * @param expressions - about hosts, in the common subset of RE2 and JavaScript.
 * @param general - hosts that must contain none of the texts: general sites of which a section is listed.
 * @returns texts for each expression: every host that it matches contains at least one of them. None if the only such texts are
 *   too short.
 */
export function neededTexts(
  expressions: readonly string[],
  general: readonly string[] = [],
): Map<string, string[]> {
  const tells = tellingLetters([...ORDINARY, ...general]);
  const needed = (expression: string) => {
    const { texts } = needsOf(expression.replace(BEFORE_HOST, ''), tells);
    return texts?.every((text) => tells(text) >= SHORTEST) ? texts : [];
  };
  return new Map(expressions.map((expression) => [expression, needed(expression)]));
}

/** @returns the texts without those that contain another one. */
export function withoutLonger(texts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const text of [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (!kept.some((shorter) => text.includes(shorter))) kept.push(text);
  }
  return kept;
}

function needsOf(expression: string, tells: Tells): Needs {
  const ways = alternatives(expression).map((row) => needsOfRow(row, tells));
  const whole = ways.flatMap((way) => way.whole ?? []);
  return {
    whole: ways.every((way) => way.whole) && whole.length <= MOST_WAYS ? whole : null,
    texts: ways.every((way) => way.texts) ? withoutLonger(ways.flatMap((way) => way.texts ?? [])) : null,
  };
}

/** Tries each run of neighboring atoms. A run ends before an atom that allows too many texts. */
function needsOfRow(row: string, tells: Tells): Needs {
  const atoms = atomsOf(row).map((atom) => needsOfAtom(atom, tells));
  const better = betterBy(tells);
  let texts: string[] | null = null;
  let whole: string[] | null = null;
  for (let start = 0; start < atoms.length; start++) {
    texts = better(texts, atoms[start]?.needed ?? null);
    let run = [''];
    let end = start;
    for (; end < atoms.length; end++) {
      const ways = atoms[end]?.ways;
      if (!ways || run.length * ways.length > MOST_WAYS) break;
      run = run.flatMap((before) => ways.map((way) => before + way));
      texts = better(texts, run);
    }
    if (start === 0 && end === atoms.length) whole = run;
  }
  return { whole, texts };
}

function needsOfAtom(atom: string, tells: Tells): { ways: string[] | null; needed: string[] | null } {
  const [, core = '', quantifier = ''] = /^(\\.|[^\\].*?|.)([?*+]*)$/s.exec(atom) ?? [];
  const { whole, texts } = core.startsWith('(?:')
    ? needsOf(core.slice(3, -1), tells)
    : { whole: membersOf(core), texts: null };
  if (quantifier === '') return { ways: whole, needed: texts };
  if (quantifier === '?') return { ways: whole && ['', ...whole], needed: null };
  return { ways: null, needed: quantifier === '+' ? (texts ?? whole) : null };
}

/** @returns the characters that an atom without a group matches; null if there are many. */
function membersOf(atom: string): string[] | null {
  if (atom === '^' || atom === '$') return [''];
  if (atom === '.' || atom.startsWith('[^') || /^\\[a-z]/i.test(atom)) return null;
  if (!atom.startsWith('[')) return [atom.replace('\\', '')];
  const members = [...atom.slice(1, -1).matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/g)].flatMap(
    ([, first = '', last]) => charactersBetween(first.replace('\\', ''), (last ?? first).replace('\\', '')),
  );
  return members.length <= MOST_MEMBERS ? members : null;
}

function charactersBetween(first: string, last: string): string[] {
  const [start, end] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: end - start + 1 }, (_, step) => String.fromCharCode(start + step));
}

function alternatives(expression: string): string[] {
  const rows = [''];
  for (const atom of atomsOf(expression)) {
    if (atom === '|') rows.push('');
    else rows[rows.length - 1] += atom;
  }
  return rows;
}

/** @returns a function that picks the set of texts which fewer hosts contain, judged by their length. */
function betterBy(tells: Tells) {
  const frequency = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + 26 ** -Math.min(tells(text), LONG_ENOUGH), 0);
  return (held: string[] | null, run: readonly string[] | null): string[] | null => {
    // A filter for hosts sees neither what precedes a host nor what follows it.
    if (!run?.every((text) => /^[a-z0-9.-]+$/.test(text))) return held;
    const texts = withoutLonger(run);
    if (held === null) return texts;
    const difference = frequency(texts) - frequency(held);
    return difference < 0 || (difference === 0 && texts.join('').length > held.join('').length)
      ? texts
      : held;
  };
}

function tellingLetters(ordinary: readonly string[]): Tells {
  // The same texts come up in many expressions, and in many runs of one.
  const known = new Map<string, number>();
  const count = (text: string) => {
    const letters = text.replace(/[.-]/g, '');
    if (ordinary.some((word) => word.includes(text) || word.includes(letters))) return 0;
    return ORDINARY.reduce((rest, word) => rest.replace(word, ''), letters).length;
  };
  return (text) => {
    const found = known.get(text) ?? count(text);
    known.set(text, found);
    return found;
  };
}
