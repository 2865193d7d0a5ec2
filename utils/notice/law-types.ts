/** The shape of the reviewed law in `data/law/`. */
import type { Language } from '../words/languages.ts';

/** Whom the law of the place punishes for paying. `no`: nobody for paying an adult. */
export const BUYER_PUNISHED = ['yes', 'outside-licensed', 'only-exploited', 'only-public', 'no'] as const;
export type BuyerPunished = (typeof BUYER_PUNISHED)[number];

/** How far the entry was confirmed. `unsure` entries show their plain sentence only. */
export const CONFIDENCE = ['verified', 'likely', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** What kind of text stands behind the entry, best first. */
export const EVIDENCE = [
  'statute',
  'statute-copy',
  'statute-older',
  'official-summary',
  'court-and-publisher',
  'secondary',
  'news',
  'little',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A prison term: for life, or a sum of its parts. */
export type Term =
  | 'life'
  | { years?: number | undefined; months?: number | undefined; days?: number | undefined };

/** An amount in whole units of an ISO 4217 currency. `null` means "do not show", never "none". */
export interface Fine {
  min: number | null;
  max: number | null;
  currency: string;
}

/** Parts of an offence that nobody has read in a source, and that are therefore never shown. */
export const UNREAD_PARTS = [
  'all',
  'name',
  'citation',
  'appliesTo',
  'class',
  'jail',
  'jail.min',
  'jail.max',
  'fine',
  'repeat',
  'since',
] as const;
export type UnreadPart = (typeof UNREAD_PARTS)[number];

/** What an offense is in every language. `null` means "do not show", never "no penalty". */
export interface OffenceFacts {
  /** Its name in the files of sentences; no two offenses of an entry share one. */
  id: string;
  citation: string;
  jail: { min: Term | null; max: Term | null } | null;
  fine: Fine | null;
  /** Year, month or day from which it holds. */
  since: string | null;
  unread?: UnreadPart[] | undefined;
}

/** An offense in the reader's language. */
export interface Offence extends OffenceFacts {
  /** The law's own name, or what it says in another language. */
  name: string;
  appliesTo: string;
  class: string | null;
  /** What a court has to impose. */
  mandatory: string[];
  repeat: string | null;
  note: string | null;
}

/** Consequences that are looked up for every place in the US; an entry has each, or says that it was read and found absent. */
export const LOOKED_UP_KINDS = [
  'vehicle-forfeiture',
  'vehicle-impound',
  'publication',
  'spouse-told',
  'class',
  'registry',
  'testing',
  'license-driving',
  'license-professional',
  'diversion',
] as const;

export const COLLATERAL_KINDS = [...LOOKED_UP_KINDS, 'immigration', 'record', 'abroad', 'other'] as const;
export type CollateralKind = (typeof COLLATERAL_KINDS)[number];

/** What a conviction brings besides jail and fine. */
export interface CollateralFacts {
  /** Its name in the files of sentences. */
  id: string;
  kind: CollateralKind;
  citation: string | null;
  /** The ids of the offenses that bring it; left out where every offense of the entry can. */
  offences?: string[] | undefined;
  unread?: 'citation'[] | undefined;
}

export interface Collateral extends CollateralFacts {
  text: string;
}

/** That consequences were looked for and not recorded. */
export interface CollateralRead {
  kinds: CollateralKind[];
  /** False: what was read holds none. Null: no copy could be read, so nothing is known. */
  found: false | null;
  /** What was read, or what could not be; for people who review, in English. */
  where: string;
  /** Day, `YYYY-MM-DD`. */
  on: string;
}

/** The law's own publication: what a reader is sent to. */
export interface OfficialText {
  /** Its own name, in no language but its own. */
  title: string;
  url: string;
}

/** Where a statement was read. `note` says what was read there, for people who review. */
export interface LawSource {
  title: string;
  url?: string | undefined;
  note?: string | undefined;
}

/** One file of `data/law/`: what is the same in every language. */
export interface LawFacts {
  /** ISO 3166 (`US-GA`, `SE`), or `XT` and `US-XT` for acts abroad. */
  code: string;
  /** False: nothing of the entry is shown until somebody has checked it. */
  display: boolean;
  buyerPunished: BuyerPunished;
  /** The citation behind a plain text, where it is not that of the first offense; always one of the entry's own. */
  cites?: { plain?: string | undefined; plainMinor?: string | undefined } | undefined;
  offences: OffenceFacts[];
  minor: OffenceFacts[];
  collateral: CollateralFacts[];
  collateralRead?: CollateralRead[] | undefined;
  /** Why an entry names no penalty for paying an adult: what was looked for; for people who review, in English. */
  noPenaltyRead?: string | undefined;
  /** Federal law on minors stands beside this entry. */
  showFederalMinor: boolean;
  confidence: Confidence;
  evidence: Evidence;
  /** Null for the rule that many countries share. */
  official: OfficialText | null;
  /** Every copy and report that was read, best first; a reader finds them behind one fold. */
  readIn: LawSource[];
  /** Date of the text that was read: a year, month or day, or two of them with a slash. */
  asOf: string | null;
  /** Days, `YYYY-MM-DD`. */
  checked: string;
  checkAgain: string;
  /** A bill or decision that can change the entry. */
  pending: string | null;
  /** What to look up at the next review; for people who review, in English. */
  toCheck: string | null;
}

/** The law of a place in one language: facts and sentences together (`law-join.ts`). */
export interface Law extends LawFacts {
  language: Language;
  name: string;
  /** How the law of a country works, in a sentence or two. */
  model: string | null;
  /** Always true to show: holds no figure at all. */
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
