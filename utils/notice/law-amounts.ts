/** Writes prison terms, fines and dates of the law data in the reader's language. */
import { isolated } from '../words/isolated.ts';
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import { localeOf } from '../words/locale-of.ts';
import type { Fine, Term } from './law-types.ts';

const UNITS = ['year', 'month', 'day'] as const;

interface ReaderWords {
  language: Language;
  words: Words<'law'>;
}

/** @returns a text such as "11 months and 29 days" or "cadena perpetua". */
export function termText(term: Term, { language, words }: ReaderWords): string {
  if (term === 'life') return words('life');
  const parts = UNITS.flatMap((unit) => {
    const amount = term[`${unit}s`];
    if (amount === undefined) return [];
    return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(
      amount,
    );
  });
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(parts);
}

/** @returns a text such as "$500 to $1,000"; amounts are whole units of the fine's currency. */
export function fineText(fine: Fine, saying: ReaderWords): string {
  const format = new Intl.NumberFormat(localeOf(saying.language), {
    style: 'currency',
    currency: fine.currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  // A text that is written from right to left would show the sign of "US$" before its letters.
  const say = (amount: number | null) =>
    amount === null
      ? null
      : format
          .formatToParts(amount)
          .map(({ type, value }) => (type === 'currency' ? isolated(value, saying.language) : value))
          .join('');
  return spanText(say(fine.min), say(fine.max), saying.words) ?? '';
}

/** @returns "at least…", "up to…", "… to …", the value itself if both ends are the same, or null if there is neither. */
export function spanText(min: string | null, max: string | null, words: Words<'law'>): string | null {
  if (min === null && max === null) return null;
  if (min === null) return words('upTo', { value: max ?? '' });
  if (max === null) return words('atLeast', { value: min });
  return min === max ? min : words('range', { min, max });
}

/** @returns a year, month or day (`2019`, `2019-07`, `2019-07-01`) in words. */
export function dateText(date: string, language: Language): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year);
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).formatToParts(Date.UTC(year, month - 1, day ?? 1));
  // Russian and Ukrainian add an abbreviation, " г.", after which a sentence would end with two full stops.
  const last = parts.at(-1);
  const whole = last?.type === 'literal' && /^\s.*\.$/.test(last.value) ? parts.slice(0, -1) : parts;
  return whole.map(({ value }) => value).join('');
}
