/** Decides which law "What the law says here" opens for a reader, on the notice and on the sign-off sheet. */
import type { Audience } from '../policy/modes.ts';
import type { Law } from './law-types.ts';
import type { PlaceLaw } from './load-law.ts';

/**
 * @param law - the entry of the place, or null if there is none.
 * @returns the entry that can be opened. Null for a family, whose notice names no penalty and no offense against a
 *   child, and if nothing of the entry may be shown.
 */
export function lawOffered(audience: Audience, law: Law | null): Law | null {
  return audience !== 'family' && law?.display ? law : null;
}

/** @returns what to ask the reader for because the law depends on it; null for a family, which is offered no law. */
export function choiceOffered(audience: Audience, choose: PlaceLaw['choose']): PlaceLaw['choose'] {
  return audience === 'family' ? null : choose;
}
