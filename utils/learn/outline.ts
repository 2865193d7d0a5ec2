/** All sections of the learn page, in the order they are offered. */
import { cards } from './sections/cards.ts';
import { employers } from './sections/employers.ts';
import { numbers } from './sections/numbers.ts';
import { parents } from './sections/parents.ts';
import { pledge } from './sections/pledge.ts';
import { policy } from './sections/policy.ts';
import { programs } from './sections/programs.ts';
import { questions } from './sections/questions.ts';
import { recognize } from './sections/recognize.ts';
import { think } from './sections/think.ts';
import { training } from './sections/training.ts';
import type { LearnSection } from './types.ts';

export const LEARN_SECTIONS: readonly LearnSection[] = [
  recognize,
  questions,
  parents,
  think,
  employers,
  policy,
  training,
  ...cards,
  pledge,
  programs,
  numbers,
];

/**
 * @param hash - `location.hash`, with or without `#`.
 * @returns the section it names, or null for the overview.
 */
export function sectionByHash(hash: string): LearnSection | null {
  const id = hash.replace(/^#/, '');
  return LEARN_SECTIONS.find((section) => section.id === id) ?? null;
}
