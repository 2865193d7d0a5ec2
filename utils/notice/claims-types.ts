/** The shape of the reviewed claims in `data/claims/` and of the warning signs in `data/signs.json`. */
import type { Audience } from '../policy/types.ts';
import type { Confidence, InEachLanguage } from './help-types.ts';
import type { Theme } from './types.ts';

/** Where a statement was read. */
export interface Source {
  title: string;
  publisher: string;
  year: number;
  url: string;
}

export interface Claim {
  id: string;
  theme: Theme;
  text: InEachLanguage;
  /** True if the text holds a statistic that can go out of date. */
  figures: boolean;
  /** What is said once the figure is past its date; the same as `text` where there is none. */
  plainWithoutFigures: InEachLanguage;
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

export interface Sign {
  id: string;
  about: 'anyone' | 'minor';
  text: InEachLanguage;
  source: Source;
  checked: string;
  checkAgain: string;
}

export interface Signs {
  /** Stands above every list of signs. */
  note: InEachLanguage;
  signs: Sign[];
}
