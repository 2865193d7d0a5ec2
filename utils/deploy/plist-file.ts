/** Writes Apple property lists. */

import type { Json } from './related-policies.ts';
import { element, type Xml, xmlDocument } from './xml-text.ts';

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';

/** @returns the property list as XML. Numbers are written as integers; a policy contains no others. */
export function plistFile(value: Json): string {
  return xmlDocument(element('plist', { version: '1.0' }, [node(value)]), DOCTYPE);
}

function node(value: Json): Xml {
  if (typeof value === 'boolean') return element(value ? 'true' : 'false', {});
  if (typeof value === 'number') return element('integer', {}, String(Math.trunc(value)));
  // Not indented: white space inside a string counts, and texts may have several lines.
  if (typeof value === 'string') return value === '' ? ['<string></string>'] : element('string', {}, value);
  if (Array.isArray(value)) return element('array', {}, value.map(node));
  return element(
    'dict',
    {},
    Object.entries(value).flatMap(([key, inner]) => [element('key', {}, key), node(inner)]),
  );
}
