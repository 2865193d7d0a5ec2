/** Writes many words as one expression with each shared beginning once, and distributes words so that each expression fits a rule. */
import { atomsOf } from './fold-regexes.ts';
import { cost, MOST } from './regex-cost.ts';

/** Words by their first atom (a character, a class, a group, with its quantifier). */
export interface TrieNode {
  ends: boolean;
  next: Map<string, TrieNode>;
}

/**
 * @param words - fragments without alternatives outside of a group.
 * @returns one expression that matches the same texts: `lodz`, `london` become `lo(?:dz|ndon)`; empty for no words.
 */
export function foldWords(words: readonly string[]): string {
  const whole: string[] = [];
  const root: TrieNode = { ends: false, next: new Map() };
  for (const word of words) {
    const atoms = atomsOf(word);
    if (atoms.includes('|')) whole.push(word);
    else insertWord(root, atoms);
  }
  const folded = root.next.size > 0 ? [write(root)] : [];
  const all = [...whole, ...folded];
  if (all.length === 1 && whole.length === 0) return all[0] ?? '';
  return all.length === 0 ? '' : `(?:${all.join('|')})`;
}

/** Adds a word. @param atoms - its parts, one for each step down. */
export function insertWord(root: TrieNode, atoms: Iterable<string>): void {
  let node = root;
  for (const atom of atoms) {
    // A longer word is kept next to a shorter one that it begins with: after both, the regex may ask for a boundary.
    const next = node.next.get(atom) ?? { ends: false, next: new Map() };
    node.next.set(atom, next);
    node = next;
  }
  node.ends = true;
}

function write(node: TrieNode): string {
  const branches = [...node.next].map(([atom, next]) => atom + (next.next.size > 0 ? write(next) : ''));
  const [only] = branches;
  if (branches.length === 1 && only !== undefined && !node.ends) return only;
  return `(?:${branches.join('|')})${node.ends ? '?' : ''}`;
}

/** How many groups a word may still join: more would make every build slower and gain little. */
const OPEN_GROUPS = 6;

/**
 * Distributes words over few expressions that each fit a rule. Neighbors in the alphabet go together, because they share most;
 * a word for which the last group has no room fills up one of those before it.
 *
 * @param frame - what the expression costs without any word.
 */
export function packWords(words: readonly string[], frame: number): string[][] {
  const groups: { words: string[]; filled: number }[] = [];
  for (const word of [...new Set(words)].sort()) {
    const roomy = groups.slice(-OPEN_GROUPS).find((group) => joins(group, word, frame));
    if (!roomy) groups.push({ words: [word], filled: frame + cost(foldWords([word])) });
  }
  return groups.map((group) => group.words);
}

/** Adds the word if there is room. */
function joins(group: { words: string[]; filled: number }, word: string, frame: number): boolean {
  const more = [...group.words, word];
  const filled = frame + cost(foldWords(more));
  if (filled > MOST) return false;
  Object.assign(group, { words: more, filled });
  return true;
}
