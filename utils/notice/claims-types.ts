/** Types for the claims of `data/claims/` and the warning signs of `data/learn/`, as the views get them; derived from their schemas. */
import type * as z from 'zod';
import type { claimFile, claimSentences, signSentences, signsFile } from './claims-schema.ts';

/** One entry of `data/claims/`: what is the same in every language. */
export type ClaimFacts = z.infer<typeof claimFile>[number];
/** Where a statement was read. */
export type Source = ClaimFacts['source'];

/** What a claim says in one language. */
export type ClaimSentences = z.infer<typeof claimSentences>[string];

/** A claim in the reader's language (`claims-join.ts`). */
export interface Claim extends ClaimFacts {
  text: string;
  /** The same as `text` if there is no figure. */
  plainWithoutFigures: string;
}

/** One entry of `data/learn/signs.json`. */
export type SignFacts = z.infer<typeof signsFile>[number];

/** `data/learn/<language>/signs.json`. */
export type SignSentences = z.infer<typeof signSentences>;

export interface Sign extends SignFacts {
  text: string;
}

export interface Signs {
  note: string;
  signs: Sign[];
}
