/** The help line of the banner on a passed page, out of the table that the build makes of every country's. */
import type { ContactLink } from './contact-links.ts';

/** The words before a number in the line; `danger` stands before an emergency number. */
export type BannerVerb = ContactLink['kind'] | 'danger';

/** Everything is written once: lines by country and language, links by country, verbs by language. */
export interface BannerLines {
  /** Country (ISO 3166-1) or `any`, then language. */
  lines: Record<string, Record<string, string>>;
  links: Record<string, { verb: BannerVerb; number: string; address: string }[]>;
  verbs: Record<string, Record<BannerVerb, string>>;
}

export interface BannerLine {
  text: string;
  /** In the order of the text. `said` is the part of it that is the link, such as "Call 1-888-373-7888". */
  links: { said: string; address: string }[];
}

/** @returns the line of a country, or the worldwide one; without a text where the language has none. */
export function bannerLine(
  { lines, links, verbs }: BannerLines,
  country: string | null,
  language: string,
): BannerLine {
  const where = country !== null && lines[country] ? country : 'any';
  return {
    text: lines[where]?.[language] ?? '',
    links: (links[where] ?? []).map(({ verb, number, address }) => ({
      said: `${verbs[language]?.[verb] ?? ''} ${number}`.trim(),
      address,
    })),
  };
}
