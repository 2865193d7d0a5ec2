/** The shape of the reviewed helpline data in `data/help/`, and what the views make of it. */
import type { Language } from '../words/languages.ts';

/** What a person may be looking for when they open "Get help", in the order it is offered. */
export const TOPICS = [
  'forced-or-controlled',
  'teen',
  'wants-to-stop',
  'worried-about-someone',
  'crisis',
  'sells-sex',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Support comes first; lines that pass things on to the police, and the police itself, come apart and later. */
export const OPERATORS = ['support', 'report', 'police'] as const;
export type Operator = (typeof OPERATORS)[number];

/** How a line was checked: on the service's own page, on somebody else's, or not at all. */
export const CONFIRMATIONS = ['own-page', 'other-source', 'not-confirmed'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export const CONFIDENCES = ['verified', 'likely', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface TextNumber {
  number: string;
  /** The word to send first, where the service asks for one. */
  keyword: string | null;
  kind: 'sms' | 'whatsapp';
}

/** What a helpline is in every language. */
export interface HelplineFacts {
  id: string;
  /** A proper name: never translated. */
  name: string;
  /** True where English puts "the" before the name in a sentence. */
  article?: boolean;
  operator: Operator;
  for: Topic[];
  phone: string | null;
  sms: TextNumber | null;
  /** A text telephone number, or how to reach one. */
  tty: string | null;
  chat: string | null;
  url: string | null;
  alwaysOpen: boolean;
  /** BCP 47 codes of the languages that are known by name; the text about them may promise more. */
  languages: string[];
  /** Parts nobody could verify: kept for the reviewer, never shown. */
  unverified: ('languages' | 'hours')[];
  /** What was left out of this entry and why. */
  withheld?: string;
  /** Countries of a shared number in which it works, where not in all. */
  only?: string[];
  source: string;
  /** `YYYY-MM-DD`: the day the source was last looked at. */
  checked: string;
  checkAgain: string;
  rechecked?: { on: string; why: string };
  confirmed: Confirmation;
  confidence: Confidence;
  display: boolean;
}

/** Whom an emergency number reaches: every service, medical help (often with the fire service), or the police. */
export const EMERGENCY_SERVICES = ['any', 'medical', 'police'] as const;
export type EmergencyService = (typeof EMERGENCY_SERVICES)[number];

export interface EmergencyNumber {
  number: string;
  service: EmergencyService;
}

/** What is said of a helpline, in one language. */
export interface HelplineSentences {
  about: string;
  hours: string;
  languages: string;
  /** What the line cannot or may not do, honestly. */
  limits: string;
}

/** A helpline in the reader's language. */
export interface Helpline extends HelplineFacts {
  /** Of what is said: the reader's, or English where the region has no words in it. */
  language: Language;
  said: HelplineSentences;
}

/** One file of `data/help/`: a country, the European Union, or the world. */
export interface HelpFacts {
  region: string;
  /** Empty where no file says one. Medical help comes first: a person in a crisis must not reach only the police. */
  emergency: EmergencyNumber[];
  /** Id of the line that stands on every notice. */
  main: string;
  lines: HelplineFacts[];
}

/** One file of `data/help/<language>/`. */
export interface HelpSentences {
  /** Another number, such as "By text: 114"; left out where there is none. */
  emergencyNote?: string | undefined;
  /** By the ids of the lines. */
  lines: Record<string, HelplineSentences>;
}

/** Facts and sentences together (`help-join.ts`). */
export interface HelpFile extends HelpFacts {
  language: Language;
  emergencyNote: string | null;
  lines: Helpline[];
}

/** What a page needs: the place's own lines and the worldwide ones. */
export interface CountryHelp extends HelpFile {
  /** The country asked for, which may have no file of its own. */
  country: string | null;
  worldwide: Helpline[];
}
