/** Says one sentence with the number to call, in the languages that people who are exploited speak most. */
import sentences from '../../data/help-sentences.json' with { type: 'json' };
import { ownNames } from './language-names.ts';

export interface HelpSentence {
  /** BCP 47 code, such as `fil`. */
  language: string;
  /** The language's name in its own script; empty if the browser has none. */
  name: string;
  /** The sentence with the number in it. */
  said: string;
}

/**
 * @param number - as people write it in the country.
 * @param spoken - the language of the notice, which is left out.
 */
export function helpSentences(number: string, spoken: string): HelpSentence[] {
  return Object.entries(sentences)
    .filter(([language]) => language !== spoken)
    .map(([language, sentence]) => ({
      language,
      name: ownNames([language])[0] ?? '',
      said: sentence.replace('{number}', number),
    }));
}
