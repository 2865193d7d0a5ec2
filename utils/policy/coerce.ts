/** Reads the many forms in which platforms deliver one value: text for a number, 0 and 1 for a switch, JSON text for a list. */

/** Something worth telling the administrator; `problem` is a message key of the `policy` surface. */
export interface Note {
  problem: string;
  values?: Record<string, string | number>;
}

/** A value in its proper type, with notes on what was repaired; or the reason why it cannot be read. */
export type Coerced<T> = { ok: true; value: T; notes: Note[] } | { ok: false; note: Note };

type Expected = 'expectedText' | 'expectedNumber' | 'expectedSwitch' | 'expectedList';

function wrongType(problem: Expected): { ok: false; note: Note } {
  return { ok: false, note: { problem } };
}

function right<T>(value: T, ...notes: Note[]): Coerced<T> {
  return { ok: true, value, notes };
}

/** @returns the content of a `{"Value": …}` wrapper, which the Google Admin console uses; `null` if the value is not such a wrapper. */
export function unwrapValue(value: unknown): { inner: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const names = Object.keys(value);
  const name = names[0];
  if (names.length !== 1 || name === undefined || name.toLowerCase() !== 'value') return null;
  return { inner: (value as Record<string, unknown>)[name] };
}

/** Reads a text. A finite number becomes its digits, for phone numbers that lost their quotes. */
export function toText(value: unknown): Coerced<string> {
  if (typeof value === 'string') return right(value);
  if (typeof value === 'number' && Number.isFinite(value))
    return right(String(value), { problem: 'readAsText' });
  return wrongType('expectedText');
}

/** Reads a number, or a text that contains only a number. */
export function toNumber(value: unknown): Coerced<number> {
  if (typeof value === 'number') return right(value);
  if (typeof value === 'string' && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) {
    return right(Number(value), { problem: 'readAsNumber' });
  }
  return wrongType('expectedNumber');
}

/** Reads a switch. Windows writes it as the numbers 0 and 1, so they give no note; texts do. */
export function toBoolean(value: unknown): Coerced<boolean> {
  if (typeof value === 'boolean') return right(value);
  if (value === 0 || value === 1) return right(value === 1);
  if (typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true' || word === '1') return right(true, { problem: 'readAsSwitch' });
    if (word === 'false' || word === '0') return right(false, { problem: 'readAsSwitch' });
  }
  return wrongType('expectedSwitch');
}

/** Reads a list: an array, JSON text of one, text with one item a line (or items between commas), or registry subkeys `1`, `2`, `3`. */
export function toList(value: unknown): Coerced<unknown[]> {
  if (Array.isArray(value)) return right(value);
  if (typeof value === 'string') return listFromText(value);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length > 0 && entries.every(([name]) => /^\d{1,6}$/.test(name))) {
      entries.sort(([a], [b]) => Number(a) - Number(b));
      return right(
        entries.map(([, item]) => item),
        { problem: 'readAsList' },
      );
    }
  }
  return wrongType('expectedList');
}

function listFromText(text: string): Coerced<unknown[]> {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') || trimmed.startsWith('{')) {
    const parsed = parseJson(trimmed);
    if (!parsed.ok) return { ok: false, note: { problem: 'unreadableJson' } };
    const list = toList(unwrapValue(parsed.value)?.inner ?? parsed.value);
    return list.ok ? right(list.value, { problem: 'readAsList' }) : list;
  }
  // REG_MULTI_SZ puts NUL between its lines.
  const lines = trimmed.split(/[\n\0]/);
  const items = (lines.length > 1 ? lines : trimmed.split(',')).map((item) => item.trim());
  return right(
    items.filter((item) => item !== ''),
    { problem: 'readAsList' },
  );
}

/** @returns the parsed value, or `ok: false`. Never throws. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
