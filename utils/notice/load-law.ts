/** Loads the law of one place; the build makes a chunk of each, so that a notice carries no other place's law. */
import type { Law } from './law.ts';

const files = import.meta.glob<Law>('../../data/law/*.json', { import: 'default' });

/** Codes that have an entry, such as `SE` and `US-GA`. */
export const LAW_CODES: readonly string[] = Object.keys(files).map((file) =>
  file.replace(/^.*\/(.+)\.json$/, '$1'),
);

/** @returns the entry of an ISO 3166 code, or null if there is none: then no law is shown. */
export async function loadLaw(code: string): Promise<Law | null> {
  return (await files[`../../data/law/${code}.json`]?.()) ?? null;
}
