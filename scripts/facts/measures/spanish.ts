/** Measures how hard a Spanish text is to read: Fernández-Huerta (1959). */
import type { Counted } from './measure.ts';
import { spanishSyllables } from './spanish-syllables.ts';

/** Lowest allowed score. The author's scale puts 60 to 70 at the seventh and eighth year of school. */
const LOWEST_SCORE = 60;

/**
 * Fernández-Huerta measures samples of a hundred words. In a message of fewer than 25, one long word changes the score by
 * several points, so such a message has this margin. Its surface as a whole has none.
 */
const SHORT = { words: 25, margin: 10 };

/** @returns the score. A higher one is easier. */
export function spanishScore({ words, sentences }: Counted): number {
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences);
}

/** @returns what is wrong, or null. */
export function spanish(text: Counted): string | null {
  const least = LOWEST_SCORE - (text.words.length < SHORT.words ? SHORT.margin : 0);
  const score = spanishScore(text);
  return score < least ? `Fernández-Huerta ${score.toFixed(1)}, at least ${least}` : null;
}
