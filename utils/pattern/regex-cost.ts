/** Estimates, without RE2, how big a regex becomes when RE2 compiles it. */

/**
 * The most that one regex may cost. Chromium gives RE2 2 KB (`memoryLimitExceeded` beyond): of the list's regexes, tried
 * with RE2 itself, none up to a cost of 110 was refused. The rule compiler adds 2 for the rest of the address.
 */
export const MOST = 110;

/** A beginning that RE2 compares before it runs a regex (`RequiredPrefix`): it costs `cost` in place of the `counted` instructions. */
const BEGINNING = { text: '^http', counted: 5, cost: 2 };

/**
 * Estimates the instructions of a regex from above: one for each character, each range of a class, each operator.
 * @param regex in the common subset of RE2 and JavaScript, without counted repetition
 */
export function cost(regex: string): number {
  let sum = regex.startsWith(BEGINNING.text) ? BEGINNING.cost - BEGINNING.counted : 0;
  for (const [atom] of regex.matchAll(/\[(?:\\.|[^\]])+\]|\\.|\(\?:|\)|./g)) {
    if (atom === '(?:' || atom === ')') continue;
    sum += atom.startsWith('[') && atom.length > 1 ? classCost(atom) : 1;
  }
  return sum;
}

/**
 * A class costs one instruction for each range, and one less than that for joining them. A negated class has one more range, and
 * another for each range of letters, because it excludes the other case too.
 */
function classCost(atom: string): number {
  const negated = atom.startsWith('[^');
  const inside = atom.slice(negated ? 2 : 1, -1);
  const ranges = inside.match(/\\.|[^\\](?:-[^\\])?/g) ?? [''];
  const letters = ranges.filter((range) => /^[a-z]/i.test(range));
  return 2 * (ranges.length + (negated ? 1 + letters.length : 0)) - 1;
}

/** How big a word is, and how much a regex may contain. */
export interface Measure {
  size: (word: string) => number;
  most: number;
}

/** What a rule may contain. Each word costs one more, for the character between two words. */
const RULE: Measure = { size: (word) => cost(word) + 1, most: MOST };

/**
 * Distributes words over as few regexes as possible, in order.
 * @param frame what the regex costs without any word
 * @param measure how size is counted; as for a rule by default
 */
export function pack(words: readonly string[], frame: number, { size, most }: Measure = RULE): string[][] {
  const groups: string[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (filled + size(word) > most) {
      groups.push([]);
      filled = frame;
    }
    groups.at(-1)?.push(word);
    filled += size(word);
  }
  return groups;
}

/** As {@link pack}, in any order: each word goes into the first regex with enough space, the biggest word first. */
export function packTightly(words: readonly string[], frame: number): string[][] {
  const groups: { words: string[]; filled: number }[] = [];
  const bySize = words.map((word) => ({ word, size: RULE.size(word) })).sort((a, b) => b.size - a.size);
  for (const { word, size } of bySize) {
    const roomy = groups.find(({ filled }) => filled + size <= MOST);
    if (roomy) {
      roomy.words.push(word);
      roomy.filled += size;
    } else groups.push({ words: [word], filled: frame + size });
  }
  return groups.map((group) => group.words);
}
