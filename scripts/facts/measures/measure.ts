/** Defines what every measure of reading takes and returns. */

/** A text that has been split. */
export interface Counted {
  words: readonly string[];
  /** How many there are, at least 1. */
  sentences: number;
}

/** @returns what is wrong with a text, such as "reading grade 9.1, at most 8"; null if it is easy enough. */
export type Measure = (text: Counted) => string | null;
