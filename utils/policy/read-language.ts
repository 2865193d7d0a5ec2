/**
 * Reads the language that a policy asks for. A language that the product lacks becomes the browser's own, with a warning: it is no
 * reason for zero tolerance.
 */
import { LANGUAGES, type Language } from '../words/languages.ts';
import { negotiate } from '../words/negotiate.ts';
import type { Note } from './coerce.ts';

/**
 * @param raw - as it arrived, such as `auto`, `es-MX`, `pt_BR`.
 * @returns one of the product's languages, or `auto`, with notes about it.
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
