/** Counts the syllables of a Spanish word. The only library for this is not maintained and depends on two test runners. */

/** A strong vowel is a syllable of its own; an accent makes a weak one strong. */
const STRONG = 'aeoáéóíú';
const WEAK = 'iuü';

/**
 * @param word - one word; digits count as one syllable each.
 * @returns the number of its syllables, at least 1: strong vowels, and groups of weak vowels that touch no strong one.
 */
export function spanishSyllables(word: string): number {
  const text = word
    .toLowerCase()
    // The u of que, qui, gue, gui is silent. An h between vowels does not change the count.
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y\b/g, 'i');
  let syllables = (text.match(/\d/g) ?? []).length;
  for (const [group] of text.matchAll(/[aeoáéóíúiuü]+/g)) {
    const strong = [...group].filter((letter) => STRONG.includes(letter)).length;
    const weakOnly = strong === 0 && [...group].some((letter) => WEAK.includes(letter));
    syllables += weakOnly ? 1 : strong;
  }
  return Math.max(1, syllables);
}
