/** Reads the words that the deployment kit needs. */
import type { KitWords } from '../../utils/deploy/deployment-kit.ts';
import { FULL_LANGUAGES } from '../../utils/words/languages.ts';
import { readWords } from '../read-words.ts';

/** @returns the words in every language that has all surfaces. */
export function kitWords(): KitWords {
  const pairs = FULL_LANGUAGES.map((language) => [
    language,
    { deploy: readWords('deploy', language), policy: readWords('policy', language) },
  ]);
  return Object.fromEntries(pairs) as KitWords;
}
