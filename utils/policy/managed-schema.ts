/** Writes the schema file that Chromium reads (`storage.managed_schema`) from the one zod schema: types and words only. */
import * as z from 'zod/mini';
import { MANAGED_KEYS, type ManagedKey, managedPolicy } from './schema.ts';

interface TypeOnly {
  type: string;
  items?: TypeOnly;
}

export interface ManagedSchemaFile {
  type: 'object';
  properties: Record<string, TypeOnly & { title: string; description: string }>;
}

/** The words of `data/words/<language>/policy.json`, by key. */
export type PolicyTexts = Record<string, string>;

/**
 * @param texts - the English words of the `policy` surface; each key gives a title and a description.
 * @returns the object to write as `managed_schema.json`. It contains only types: Chromium silently drops a value that breaks an
 *   `enum`, a range or a pattern, and the extension's own validator must see that value. A schema that Chromium does not accept would
 *   keep the extension from loading, so nothing else goes in. Throws if a word is missing.
 */
export function managedSchema(texts: PolicyTexts): ManagedSchemaFile {
  const json = z.toJSONSchema(managedPolicy) as unknown as { properties: Record<string, TypeOnly> };
  const properties: ManagedSchemaFile['properties'] = {};
  for (const key of MANAGED_KEYS) {
    const property = json.properties[key];
    if (!property) throw new Error(`The managed key "${key}" has no type`);
    properties[key] = {
      ...typeOnly(property),
      title: wordFor(texts, key, 'Title'),
      description: wordFor(texts, key, 'Description'),
    };
  }
  return { type: 'object', properties };
}

function typeOnly(schema: TypeOnly): TypeOnly {
  return schema.items ? { type: schema.type, items: typeOnly(schema.items) } : { type: schema.type };
}

function wordFor(texts: PolicyTexts, key: ManagedKey, part: 'Title' | 'Description'): string {
  const text = texts[`${key}${part}`];
  if (!text) throw new Error(`data/words/en/policy.json has no "${key}${part}"`);
  return text;
}
