/** The shape of the reviewed claims in `data/claims/` and of the warning signs in `data/learn/`. */
import type { Audience } from '../policy/types.ts';
import type { Confidence } from './help-types.ts';
import type { Theme } from './types.ts';

/** Where a statement was read. */
export interface Source {
  title: string;
  publisher: string;
  year: number;
  url: string;
}

/** One entry of `data/claims/`: what is the same in every language. */
export interface ClaimFacts {
  id: string;
  theme: Theme;
  /** True if the text holds a statistic that can go out of date. */
  figures: boolean;
  source: Source;
  /** What a reviewer must know; not shown on the notice. */
  caveat: string;
  /** ISO 3166 codes, or `*` for everywhere. */
  regions: string[];
  audiences: Audience[];
  checked: string;
  checkAgain: string;
  rechecked?: { on: string; why: string };
  confidence: Confidence;
  display: boolean;
}

/** What a claim says in one language. */
export interface ClaimSentences {
  text: string;
  /** What is said once the figure is past its date; only where there is a figure. */
  plainWithoutFigures?: string | undefined;
}

/** A claim in the reader's language (`claims-join.ts`). */
export interface Claim extends ClaimFacts {
  text: string;
  /** The same as `text` where there is no figure. */
  plainWithoutFigures: string;
}

/** One entry of `data/learn/signs.json`. */
export interface SignFacts {
  id: string;
  about: 'anyone' | 'minor';
  source: Source;
  checked: string;
  checkAgain: string;
}

/** `data/learn/<language>/signs.json`. */
export interface SignSentences {
  /** Stands above every list of signs. */
  note: string;
  /** By their ids. */
  signs: Record<string, string>;
}

export interface Sign extends SignFacts {
  text: string;
}

export interface Signs {
  note: string;
  signs: Sign[];
}
