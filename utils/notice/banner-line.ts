/** Finds the help line for the banner on a passed page, in the table that the build makes of all countries' lines. */
import { directionOf } from '../words/document-language.ts';
import type { ContactLink } from './contact-links.ts';

/** Names the words before a number in the line; `danger` is for an emergency number. */
export type BannerVerb = ContactLink['kind'] | 'danger';

/**
 * The table, in which nothing is repeated: lines by country and language, links by country, verbs by language. Each verb ends with what
 * the language has between it and a number, such as a space.
 */
export interface BannerLines {
  /** Country (ISO 3166-1) or `any`, then language. */
  lines: Record<string, Record<string, string>>;
  links: Record<string, { verb: BannerVerb; number: string; address: string }[]>;
  verbs: Record<string, Record<BannerVerb, string>>;
}

export interface BannerLine {
  text: string;
  /** In the order of the text. `said` is the part of the text that is the link, such as "Call 1-888-373-7888". */
  links: { said: string; address: string }[];
}

/** @returns the line of a country, or the worldwide one; its text is empty if the language has none. */
export function bannerLine(
  { lines, links, verbs }: BannerLines,
  country: string | null,
  language: string,
): BannerLine {
  const where = country !== null && lines[country] ? country : 'any';
  // After Arabic letters the parts of "1-888-373-7888" would change places; a Unicode isolate keeps a number in order.
  const whole = (number: string) => (directionOf(language) === 'rtl' ? `\u2066${number}\u2069` : number);
  const saying = (verb: BannerVerb, number: string) => `${verbs[language]?.[verb] ?? ''}${number}`;
  const there = links[where] ?? [];
  return {
    text: there.reduce(
      (line, { verb, number }) => line.replace(saying(verb, number), () => saying(verb, whole(number))),
      lines[where]?.[language] ?? '',
    ),
    links: there.map(({ verb, number, address }) => ({ said: saying(verb, whole(number)), address })),
  };
}
