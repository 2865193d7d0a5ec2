/** Writes XML: elements, attributes and text, escaped and indented. */

/** An element is its lines, so that a parent can indent them. */
export type Xml = string[];

/** @returns text that is safe between tags and in attributes; characters that XML does not allow are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** @param content - child elements, or text. */
export function element(name: string, attributes: Record<string, string>, content?: Xml[] | string): Xml {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `<${name}${pairs.join('')}`;
  if (content === undefined || content.length === 0) return [`${open}/>`];
  if (typeof content === 'string') return [`${open}>${escapeXml(content)}</${name}>`];
  return [`${open}>`, ...content.flat().map((line) => `  ${line}`), `</${name}>`];
}

/** @returns a whole document. */
export function xmlDocument(root: Xml, doctype?: string): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype ? [doctype] : []), ...root].join('\n')}\n`;
}
