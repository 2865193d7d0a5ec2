/** The notice's own addresses: which page the rules lead to, and what they put into its address. */

import { helplineCountry, type Place } from '../place/place.ts';
import type { Audience } from '../policy/modes.ts';
import type { Language } from '../words/languages.ts';
import { ANY_COUNTRY, type NoticePageKey, pageOf } from './notice-pages.ts';

/** The page for any place and language, with nobody's own line of help: the rules of the package lead there, before the worker ever ran. */
export const NOTICE_PAGE = '/notice.html';

/** The same where a search was covered: its rules carry no address, and the notice has another text for a search. */
export const SEARCH_NOTICE_PAGE = `${NOTICE_PAGE}?of=search`;

/** @param query - of the notice's own address. @returns whether a rule for searches led there. */
export function isSearchNotice(query: string): boolean {
  return new URLSearchParams(query).get('of') === 'search';
}

/** What has to be right in the first frame, carried by the rules themselves: no storage can be read that early. */
export interface FirstFrame {
  place: Pick<Place, 'country' | 'region' | 'helpCountry'>;
  /** Absent: the browser's language decides, when the page opens. */
  language: Language | null;
  /** The browser's, in which a page is looked for where none is set. */
  browserLanguage: Language;
  /** A family's notice names no penalty, so it has no page with the law in it. */
  audience: Audience;
}

/**
 * @returns the path in the package: such as `/notice/US.DE-IN.en.html#GA`; `/notice/any.es.html#AR-law`, with the helpline of a country that has no
 *   page in this language (a family's without `-law`, which reserves space for one); or `/notice/any.es.html` where no country is known.
 */
export function noticePath({ place, language, browserLanguage, audience }: FirstFrame): string {
  const spoken = language ?? browserLanguage;
  const page = audience === 'family' ? null : pageOf(place, spoken);
  if (page) return page.region === null ? pagePath(page) : `${pagePath(page)}#${page.region}`;
  const any = pagePath({ country: ANY_COUNTRY, regions: [], language: spoken });
  const served = helplineCountry(place);
  return served === null ? any : `${any}#${served}${audience === 'family' ? '' : '-law'}`;
}

/** @returns the path in the package of a page made at build time: `/notice/FR.fr.html`; with the first and the last of its regions, `/notice/US.DE-IN.en.html`. */
export function pagePath({ country, regions, language }: NoticePageKey): string {
  const group = regions.length > 0 ? `.${regions[0]}-${regions.at(-1)}` : '';
  return `/notice/${country}${group}.${language}.html`;
}

/** @param path - from the package's root, without query and fragment. @returns whether a notice is there. */
export function isNoticePath(path: string): boolean {
  return (
    path === NOTICE_PAGE ||
    /^\/notice\/(any|[A-Z]{2})(\.[A-Z]{2,3}-[A-Z]{2,3})?\.[a-z]{2,3}\.html$/.test(path)
  );
}
