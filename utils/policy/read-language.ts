/** Reads the language a policy asks for. One we lack becomes the browser's own, with a warning: it is no reason for zero tolerance. */
import { LANGUAGES, type Language } from '../words/languages.ts';
import { negotiate } from '../words/negotiate.ts';
import type { Note } from './coerce.ts';

/**
 * @param raw - as it arrived, such as `auto`, `es-MX`, `pt_BR`.
 * @returns a language we have, or `auto`, with what there is to say about it.
 */
export function readLanguage(raw: string): { language: Language | 'auto'; notes: Note[] } {
  const word = raw.trim().replaceAll('_', '-');
  const found = word.toLowerCase() === 'auto' ? 'auto' : negotiate([word], LANGUAGES);
  if (!found)
    return {
      language: 'auto',
      notes: [{ problem: 'languageLacking', values: { choices: LANGUAGES.join(', ') } }],
    };
  return { language: found, notes: found === raw ? [] : [{ problem: 'readAs', values: { read: found } }] };
}
