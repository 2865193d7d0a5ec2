/** Reads one managed value: normalizes it, then checks it against the schema. */
import { cleanText } from './clean-text.ts';
import { type Coerced, type Note, toBoolean, toList, toNumber, toText, unwrapValue } from './coerce.ts';
import { MOST_LOGO_BYTES, MOST_LOGO_PIXELS, readLogo } from './logo.ts';
import { readLanguage } from './read-language.ts';
import { type ReadList, readChoices, readPatterns, readPlaces } from './read-list.ts';
import { hintOf, type KeyHint, type ManagedKey, schemaOf } from './schema.ts';

/** `value` is what can be used, for lists even beside errors; `undefined` if nothing can. */
export interface ReadValue {
  value: unknown;
  errors: Note[];
  notes: Note[];
}

/** @returns the value of one key, with its errors and notes. Never throws. */
export function readValue(key: ManagedKey, raw: unknown): ReadValue {
  const hint = hintOf(key);
  const wrapped = unwrapValue(raw);
  const read = readKind(key, hint, wrapped ? wrapped.inner : raw);
  if (wrapped) read.notes.unshift({ problem: 'unwrapped' });
  return read;
}

function readKind(key: ManagedKey, hint: KeyHint, raw: unknown): ReadValue {
  switch (hint.kind) {
    case 'switch':
      return strict(key, toBoolean(raw), { problem: 'expectedSwitch' });
    case 'seconds':
      return strict(key, toNumber(raw), { problem: 'notInRange', values: { most: hint.most ?? 0 } });
    case 'choice':
      return readChoice(key, hint, raw);
    case 'patterns':
      return readList(raw, (items) => readPatterns(items, hint.most ?? 0));
    case 'places':
      return readList(raw, (items) => readPlaces(items, hint.most ?? 0));
    case 'choices':
      return readTiers(hint, raw);
    case 'image':
      return readImage(key, raw);
    default:
      return readText(key, hint, raw);
  }
}

function strict(key: ManagedKey, coerced: Coerced<unknown>, otherwise: Note): ReadValue {
  if (!coerced.ok) return { value: undefined, errors: [coerced.note], notes: [] };
  const parsed = schemaOf(key).safeParse(coerced.value);
  if (!parsed.success) return { value: undefined, errors: [otherwise], notes: [] };
  return { value: parsed.data, errors: [], notes: coerced.notes };
}

function readChoice(key: ManagedKey, hint: KeyHint, raw: unknown): ReadValue {
  const unknown: Note = { problem: 'unknownChoice', values: { choices: (hint.choices ?? []).join(', ') } };
  if (typeof raw !== 'string') return strict(key, { ok: true, value: raw, notes: [] }, unknown);
  if (key === 'language') {
    const { language, notes } = readLanguage(raw);
    return strict(key, { ok: true, value: language, notes }, unknown);
  }
  const word = raw.trim().toLowerCase();
  const notes: Note[] = word === raw ? [] : [{ problem: 'readAs', values: { read: word } }];
  return strict(key, { ok: true, value: word, notes }, unknown);
}

function readList<T>(raw: unknown, read: (items: unknown[]) => ReadList<T>): ReadValue {
  const coerced = toList(raw);
  if (!coerced.ok) return { value: undefined, errors: [coerced.note], notes: [] };
  const { items, errors, notes } = read(coerced.value);
  return { value: items, errors, notes: [...coerced.notes, ...notes] };
}

function readTiers(hint: KeyHint, raw: unknown): ReadValue {
  const read = readList(raw, (items) => readChoices(items, hint.choices ?? [], hint.most ?? 0));
  // A policy without any tier would turn the list off.
  if (Array.isArray(read.value) && read.value.length === 0 && read.errors.length === 0) {
    read.errors.push({ problem: 'emptyList', values: { choices: (hint.choices ?? []).join(', ') } });
  }
  return read;
}

const TEXT_PROBLEMS: Partial<Record<KeyHint['kind'], string>> = {
  url: 'notAnAddress',
  phone: 'notAPhone',
  date: 'notADate',
};

function readText(key: ManagedKey, hint: KeyHint, raw: unknown): ReadValue {
  const coerced = toText(raw);
  if (!coerced.ok) return { value: undefined, errors: [coerced.note], notes: [] };
  const notes = [...coerced.notes];
  const clean = cleanText(coerced.value, hint.kind === 'paragraph');
  if (clean.changed) notes.push({ problem: 'charactersRemoved' });
  if (clean.text === '') return { value: undefined, errors: [], notes: [...notes, { problem: 'emptyText' }] };
  const problem = TEXT_PROBLEMS[hint.kind];
  if (problem) return withNotes(strict(key, { ok: true, value: clean.text, notes: [] }, { problem }), notes);

  const most = hint.most ?? 0;
  const characters = clean.text.length > most ? cut(clean.text, most) : clean.text;
  if (characters !== clean.text) notes.push({ problem: 'textCut', values: { most } });
  if (/<\/?[a-z][^>]*>/i.test(characters)) notes.push({ problem: 'markup' });
  return withNotes(
    strict(key, { ok: true, value: characters, notes: [] }, { problem: 'expectedText' }),
    notes,
  );
}

/** Reads a logo. White space is removed, because some tools wrap base64 with line breaks. */
function readImage(key: ManagedKey, raw: unknown): ReadValue {
  if (typeof raw !== 'string') return { value: undefined, errors: [{ problem: 'expectedText' }], notes: [] };
  const address = raw.replace(/\s+/g, '');
  if (address === '') return { value: undefined, errors: [], notes: [{ problem: 'emptyText' }] };
  const read = readLogo(address);
  if (read.ok) return strict(key, { ok: true, value: address, notes: [] }, { problem: 'logoNotAnImage' });
  const limits = { kilobytes: MOST_LOGO_BYTES / 1_024, pixels: MOST_LOGO_PIXELS };
  return { value: undefined, errors: [{ problem: read.problem, values: limits }], notes: [] };
}

function withNotes(read: ReadValue, notes: Note[]): ReadValue {
  return { ...read, notes };
}

/** Cuts a text to a number of UTF-16 units without leaving half a character. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
