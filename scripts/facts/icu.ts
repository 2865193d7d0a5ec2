/** Turns an ICU message into the plain texts a reader may see, one for each branch of its plurals and choices. */

/** Replaces a value that is not known yet. One short word, so that it hardly changes a reading grade. */
const VALUE = 'Ana';

/**
 * @param message - an ICU message.
 * @returns its texts. A message without branches gives one.
 */
export function plainTexts(message: string): string[] {
  const open = message.indexOf('{');
  if (open === -1) return [message];
  const close = matching(message, open);
  const inner = message.slice(open + 1, close);
  const before = message.slice(0, open);
  const after = plainTexts(message.slice(close + 1));
  const parts = /^\s*\w+\s*,\s*(plural|selectordinal|select)\s*,/.test(inner)
    ? branches(inner).flatMap(plainTexts)
    : [VALUE];
  return parts.flatMap((part) => after.map((rest) => `${before}${part.replaceAll('#', VALUE)}${rest}`));
}

function branches(inner: string): string[] {
  const found: string[] = [];
  let at = inner.indexOf('{');
  while (at !== -1) {
    const close = matching(inner, at);
    found.push(inner.slice(at + 1, close));
    at = inner.indexOf('{', close);
  }
  return found;
}

/** @returns the position of the brace that closes the one at `open`. Throws if there is none. */
function matching(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`Unbalanced braces in message "${text}"`);
}
