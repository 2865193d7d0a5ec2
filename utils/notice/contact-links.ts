/** Turns the numbers of a helpline into links that call, text or open WhatsApp, each with a name that says what happens. */

import type { Words } from '../words/load.ts';
import { MESSAGING } from './help-kinds.ts';
import type { Helpline, TextNumber } from './help-types.ts';

export interface ContactLink {
  kind: 'call' | 'web' | TextNumber['kind'];
  /** The number as people write it; for a web page its address without `https://`. */
  number: string;
  /** A `tel:`, `sms:` or `https://wa.me/` address, or the web page's address. */
  address: string;
  /** For a screen reader, such as "Call the National Human Trafficking Hotline, 1-888-373-7888". It contains the number as shown. */
  name: string;
}

/**
 * @param number - as people write it. A number that is only dialed inside its country stays in its national form.
 * @returns a `tel:` address (RFC 3966). North American numbers get their country code, so that they also work abroad.
 */
export function callAddress(number: string): string {
  const digits = number.replace(/[^\d+#*]/g, '').replaceAll('#', '%23');
  return `tel:${/^1\d{10}$/.test(digits) ? '+' : ''}${digits}`;
}

/** @returns an `sms:` address with the word to send as its body (RFC 5724), or WhatsApp's own address for the number. */
export function textAddress({ number, keyword, kind }: TextNumber): string {
  switch (kind) {
    case 'whatsapp':
      return `https://wa.me/${number.replace(/\D/g, '')}`;
    case 'sms': {
      const body = keyword ? `?body=${encodeURIComponent(keyword)}` : '';
      return `sms:${number.replace(/[^\d+]/g, '')}${body}`;
    }
  }
}

/** @returns whether a link of this kind opens a web page. That gets a tab of its own, so that the notice stays. */
export function opensPage(kind: ContactLink['kind']): boolean {
  return kind === 'web' || (kind !== 'call' && MESSAGING[kind].opensPage);
}

/** The fields of a helpline, or of its view, that the links need. */
export type Reachable = Pick<Helpline, 'name' | 'article' | 'phone' | 'sms'>;

/** `closing` is punctuation that must not begin a line, such as a comma or `。`. After a link that is drawn as a box it could. */
export type Linked<T> = T & { closing: string };

/** Matches the closing punctuation, and before it the service in parentheses after a no-break space: `112 (police),`. */
const CLOSING = /^(?:\u00A0\([^()]*\))?[\p{Po}\p{Pe}\p{Pf}]*/u;

/**
 * @param said - a sentence that contains each link's number, in the order of the links.
 * @returns the sentence in pieces, with each link in place of its number and of the punctuation that closes it.
 */
export function withLinks<T extends { number: string }>(
  said: string,
  links: readonly T[],
): (string | Linked<T>)[] {
  const pieces: (string | Linked<T>)[] = [];
  let rest = said;
  for (const link of links) {
    const at = rest.indexOf(link.number);
    if (at < 0) continue;
    const before = rest.slice(0, at);
    rest = rest.slice(at + link.number.length);
    const [closing = ''] = CLOSING.exec(rest) ?? [];
    pieces.push(before, { ...link, closing });
    rest = rest.slice(closing.length);
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

/** @returns the link to a helpline's telephone; null if it has none. */
export function callLink(line: Reachable, words: Words<'contact'>): ContactLink | null {
  const { phone: number } = line;
  if (!number) return null;
  return {
    kind: 'call',
    number,
    address: callAddress(number),
    name: words('call', { name: spokenName(line, words), number }),
  };
}

/** @returns the link to a helpline's text messages or WhatsApp; null if it has neither. */
export function textLink(line: Reachable, words: Words<'contact'>): ContactLink | null {
  const { sms } = line;
  if (!sms) return null;
  const { kind, number, keyword } = sms;
  const values = { name: spokenName(line, words), number };
  const name =
    kind === 'sms' && keyword
      ? words('textWord', { ...values, word: keyword })
      : words(MESSAGING[kind].word, values);
  return { kind, number, address: textAddress(sms), name };
}

/** @returns the link to a page with helplines. Its name for a screen reader is the address as shown. */
export function webLink(address: string): ContactLink {
  const shown = plainAddress(address);
  return { kind: 'web', number: shown, address, name: shown };
}

/** @returns an address as people write it, such as `findahelpline.com`. */
export function plainAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/** @returns the link to an emergency number. */
export function emergencyLink(number: string, words: Words<'contact'>): ContactLink {
  return { kind: 'call', number, address: callAddress(number), name: words('emergency', { number }) };
}

/** Puts "the" before a name that needs it: "the National Human Trafficking Hotline", but "Ruhama". */
function spokenName({ name, article }: Reachable, words: Words<'contact'>): string {
  return article ? words('theName', { name }) : name;
}
