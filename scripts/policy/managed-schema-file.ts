/** The text of `managed_schema.json`, with the English words, as the build writes it. */
import { readFileSync } from 'node:fs';
import { managedSchema, type PolicyTexts } from '../../utils/policy/managed-schema.ts';

/** @returns JSON text. Throws if a word is missing. */
export function managedSchemaFile(): string {
  const words = readFileSync(new URL('../../data/words/en/policy.json', import.meta.url), 'utf8');
  return `${JSON.stringify(managedSchema(JSON.parse(words) as PolicyTexts), null, 1)}\n`;
}
