/** Makes the JSON schema from which Jamf Pro draws a form: Application & Custom Settings, External Applications, Custom Schema. */
import { hintOf, type KeyHint, MANAGED_KEYS } from '../policy/schema.ts';
import type { Words } from '../words/load.ts';

/**
 * @param domain - the preference domain of the extension in one browser.
 * @returns JSON text: title, description, type and order of each key, as "JSON Schema Manifest Structure" on docs.jamf.com describes.
 */
export function jamfSchema(domain: string, words: Words<'policy'>): string {
  const properties = MANAGED_KEYS.map((key, index) => [
    key,
    {
      title: words(`${key}Title`),
      description: words(`${key}Description`),
      property_order: (index + 1) * 10,
      ...typeOf(hintOf(key)),
    },
  ]);
  const schema = {
    title: `Second Thought (${domain})`,
    description: domain,
    properties: Object.fromEntries(properties) as object,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function typeOf({ kind, most, choices }: KeyHint): object {
  switch (kind) {
    case 'switch':
      return { type: 'boolean' };
    case 'seconds':
      return { type: 'integer', minimum: 0, maximum: most };
    case 'choice':
      return { type: 'string', enum: choices };
    case 'choices':
      return { type: 'array', items: { type: 'string', enum: choices } };
    case 'patterns':
    case 'places':
      return { type: 'array', items: { type: 'string' } };
    default:
      return { type: 'string', ...(most !== undefined && { maxLength: most }) };
  }
}
