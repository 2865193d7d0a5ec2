/** Types for the helpline data of `data/help/`, as the views get it; the shape of a file comes from its schema. */
import type * as z from 'zod';
import type { Language } from '../words/languages.ts';
import type { helpFile, helpSentences } from './help-schema.ts';

/** One file of `data/help/`: a country, the European Union, or the world. */
export type HelpFacts = z.infer<typeof helpFile>;
/** What is the same for a helpline in every language. */
export type HelplineFacts = HelpFacts['lines'][number];
export type TextNumber = NonNullable<HelplineFacts['sms']>;
export type EmergencyNumber = HelpFacts['emergency'][number];

/** One file of `data/help/<language>/`. */
export type HelpSentences = z.infer<typeof helpSentences>;
/** The sentences about a helpline in one language. */
export type HelplineSentences = HelpSentences['lines'][string];

/** A helpline in the reader's language. */
export interface Helpline extends HelplineFacts {
  /** The language of the texts: the reader's, or English if the region has no texts in it. */
  language: Language;
  said: HelplineSentences;
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
