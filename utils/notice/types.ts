/** The chooser's input and output. Pure data: no browser, no clock. */

import type { Place } from '../place/place.ts';
import type { Audience, Mode } from '../policy/modes.ts';
import type { Campaign, Organization } from '../policy/types.ts';
import type { Language } from '../words/languages.ts';

export const THEMES = [
  'law',
  'sting',
  'age',
  'coercion',
  'help-to-stop',
  'harm',
  'employment',
  'family',
  'own-reason',
] as const;
export type Theme = (typeof THEMES)[number];

/** A source that a reader can check. Dates are `YYYY-MM-DD`. */
export interface Citation {
  title: string;
  publisher?: string;
  url?: string;
  checked: string;
}

/** One message on the notice, already in the reader's language. */
export interface Message {
  id: string;
  theme: Theme;
  text: string;
  citation: Citation | null;
  /** Set only if the text is not in the notice's language: the law of a place for which that language has no words. */
  language?: Language;
}

export interface NoticeInput {
  audience: Audience;
  mode: Mode;
  place: Place;
  language: Language;
  organization: Organization;
  campaign: Campaign | null;
  reason: string;
  trustedAdult: string;
  /** Ids of the main messages shown last, newest first. Kept in memory only. */
  messageHistory: readonly string[];
  /** Today, as `YYYY-MM-DD` in the reader's time zone. */
  today: string;
  /** A number in [0, 1) that decides between equal candidates. */
  random: number;
}

export interface NoticeContent {
  /** The law of the place comes first. For families, and in countries that do not punish the payer, another theme does. */
  main: Message;
  /** Federal law on minors next to every US state's law. */
  alongside: Message | null;
  supporting: Message;
  /** Color and layout variant, 0 to 3; changes with the main message. */
  variant: 0 | 1 | 2 | 3;
  /** One line from a campaign or a seasonal accent. */
  accent: { text: string; url?: string } | null;
}
