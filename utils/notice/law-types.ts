/** Types for the law data of `data/law/`, as the views get it; the shape of a file comes from its schema. */
import type { z } from 'zod';
import type { Language } from '../words/languages.ts';
import type { lawSchema, lawSentencesSchema } from './law-schema.ts';

/** One file of `data/law/`: what is the same in every language. */
export type LawFacts = z.infer<typeof lawSchema>;
/** What is the same for an offense in every language. `null` means "do not show", never "no penalty". */
export type OffenceFacts = LawFacts['offences'][number];
/** An amount in whole units of an ISO 4217 currency. `null` means "do not show", never "none". */
export type Fine = NonNullable<OffenceFacts['fine']>;
/** A prison term: for life, or a sum of its parts. */
export type Term = NonNullable<NonNullable<OffenceFacts['jail']>['min']>;
/** What a conviction can lead to besides jail and fine. */
export type CollateralFacts = LawFacts['collateral'][number];
/** Where the law was read. `note` says what was read there, for people who review. */
export type LawSource = LawFacts['readIn'][number];

/** One file of `data/law/<language>/`. What the law does not have is omitted. */
export type LawSentences = z.infer<typeof lawSentencesSchema>;

/** An offense in the reader's language. */
export interface Offence extends OffenceFacts {
  /** The law's own name for it, or a translation. */
  name: string;
  appliesTo: string;
  class: string | null;
  /** What a court has to impose. */
  mandatory: string[];
  repeat: string | null;
  note: string | null;
}

export interface Collateral extends CollateralFacts {
  text: string;
}

/** The law of a place in one language: facts and sentences together (`law-join.ts`). */
export interface Law extends LawFacts {
  language: Language;
  name: string;
  /** How the law of a country works, in one or two sentences. */
  model: string | null;
  /** A text that may always be shown, because it contains no figure. */
  plain: string;
  /** Sentences with figures, which follow `plain` until `checkAgain`. */
  figures: string | null;
  plainMinor: string | null;
  figuresMinor: string | null;
  /** What the law does not do, so that nothing is overstated. */
  limits: string | null;
  offences: Offence[];
  minor: Offence[];
  collateral: Collateral[];
}
