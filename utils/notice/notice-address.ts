/** Makes and recognizes the notice's own addresses: which page the rules lead to, and what they put into its address. */

import { helplineCountry, type Place } from '../place/place.ts';
import type { Audience } from '../policy/modes.ts';
import type { Language } from '../words/languages.ts';
import { ANY_COUNTRY, type NoticePageKey, pageOf } from './notice-pages.ts';

/** The page for any place and language, without a place's own helpline. The package's own rules lead there before the worker first runs. */
export const NOTICE_PAGE = '/notice.html';

/** The same page for a covered search: rules for searches pass no address, and the notice has another text for a search. */
export const SEARCH_NOTICE_PAGE = `${NOTICE_PAGE}?of=search`;

/** @param query - the query of the notice's own address. @returns whether a rule for searches led there. */
export function isSearchNotice(query: string): boolean {
  return new URLSearchParams(query).get('of') === 'search';
}

/** What the first frame must show correctly. The rules themselves pass it on, because no storage can be read that early. */
export interface FirstFrame {
  place: Pick<Place, 'country' | 'region' | 'helpCountry'>;
  /** Null: the browser's language decides when the page opens. */
  language: Language | null;
  /** The browser's language, used to find a page if `language` is null. */
  browserLanguage: Language;
  /** A family's notice names no penalty, so it has no page that contains the law. */
  audience: Audience;
}

/**
 * @returns the path in the package: for example `/notice/US.DE-IN.en.html#GA`; or `/notice/any.es.html#AR-law`, with the helpline of a
 *   country that has no page in this language (without `-law`, which reserves space for the law, for a family); or
 *   `/notice/any.es.html` if no country is known.
 */
export function noticePath({ place, language, browserLanguage, audience }: FirstFrame): string {
  const spoken = language ?? browserLanguage;
  const page = audience === 'family' ? null : pageOf(place, spoken);
  if (page) return page.region === null ? pagePath(page) : `${pagePath(page)}#${page.region}`;
  const any = pagePath({ country: ANY_COUNTRY, regions: [], language: spoken });
  const served = helplineCountry(place);
  return served === null ? any : `${any}#${served}${audience === 'family' ? '' : '-law'}`;
}

/** @returns the path of a page made at build time: `/notice/FR.fr.html`, or with its first and last region `/notice/US.DE-IN.en.html`. */
export function pagePath({ country, regions, language }: NoticePageKey): string {
  const group = regions.length > 0 ? `.${regions[0]}-${regions.at(-1)}` : '';
  return `/notice/${country}${group}.${language}.html`;
}

/** @param path - from the package's root, without query and fragment. @returns whether it is a notice's page. */
export function isNoticePath(path: string): boolean {
  return (
    path === NOTICE_PAGE ||
    /^\/notice\/(any|[A-Z]{2})(\.[A-Z]{2,3}-[A-Z]{2,3})?\.[a-z]{2,3}\.html$/.test(path)
  );
}
