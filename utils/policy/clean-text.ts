/** Makes a text from outside safe to show: removes control characters and marks that reorder or hide what a person reads. */

// Zero-width joiners stay: several scripts and family emoji need them.
const HIDDEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

export interface CleanText {
  text: string;
  /** Whether something that is not plain text was removed. */
  changed: boolean;
}

/**
 * @param raw - any text.
 * @param lines - keep line breaks (paragraphs) or turn them into spaces.
 * @returns the text in Unicode normal form C, trimmed, without control characters and hidden marks.
 */
export function cleanText(raw: string, lines: boolean): CleanText {
  const wellFormed = raw.toWellFormed().normalize('NFC');
  const breaks = wellFormed.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\t/g, ' ');
  const flat = lines ? breaks : breaks.replace(/\n/g, ' ');
  let plain = '';
  for (const character of flat.replace(HIDDEN, '')) {
    if (character === '\n' || !isControl(character)) plain += character;
  }
  return { text: plain.trim(), changed: plain !== flat || wellFormed.includes('\uFFFD') };
}

/** The caller keeps line breaks; every other C0 and C1 control is removed. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/**
 * @param value - anything that arrived.
 * @param most - maximum length of the result, in characters.
 * @returns a short text to show an administrator what arrived. Never throws, not even for cycles or for nesting too deep for the stack.
 */
export function renderReceived(value: unknown, most = 80): string {
  let text: string;
  try {
    text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  } catch {
    text = Array.isArray(value) ? '[…]' : '{…}';
  }
  // Only the beginning is cleaned: what arrived may be of any length.
  const characters = [...cleanText(text.slice(0, most * 4), false).text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
