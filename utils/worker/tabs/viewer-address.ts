/**
 * Finds which address Firefox's reader view or page source shows, and makes the filters that wake the worker for listed ones. No
 * network rule reaches these pages of the browser. Pure.
 */
import { escapeExpression } from '../../pattern/expressions.ts';
import { BEFORE_HOST } from '../../pattern/host-regex.ts';
import { type AddressFilter, splitBySharedWords } from './navigation-filters.ts';

const READER = 'about:reader?';
const SOURCE = 'view-source:';

/** @returns the address that a reader view or page source shows, or null for any other page. */
export function viewedAddress(url: string): string | null {
  if (url.startsWith(SOURCE)) {
    const inner = url.slice(SOURCE.length);
    return viewedAddress(inner) ?? inner;
  }
  return url.startsWith(READER) ? new URLSearchParams(url.slice(READER.length)).get('url') : null;
}

/** Before the host in such an address: plain, or encoded as `encodeURIComponent` writes it. */
const AHEAD = '^(?:about:reader\\?(?:[^#]*&)?url=|view-source:)https?(?::|%3A)(?:/|%2F){2}';

/** User name and password, if an address has them. */
const USER = '(?:[^/?#]*(?:@|%40))?';

/**
 * Spellings that Firefox never writes itself: capitals, and encoded characters that need no encoding. A person could spell a host
 * like this so that {@link viewerFilters} does not match it.
 */
const ODD_SPELLINGS = [
  '^about:reader\\?(?:[^#]*&)?url=[^/%]*[A-Z]',
  `${AHEAD}[^/%?#]*[A-Z]`,
  '^about:reader\\?[^#]*%(?:[01][0-9A-Fa-f]|2[DEde]|3[0-9]|4[1-9A-Fa-f]|5[0-9ACFacf]|6[1-9A-Fa-f]|7[0-9AEae]|[89A-Fa-f][0-9A-Fa-f])',
];

/** What the filters recognize addresses by. */
interface ViewerWanted {
  /** Hosts that are listed with their subdomains, and hosts of listed sections. The matcher decides about the section. */
  hosts: readonly string[];
  /** Expressions that concern only the host, and begin with {@link BEFORE_HOST}. */
  names?: readonly string[];
  /** Texts for which the matcher is asked about any host that contains one (`nameTexts` of the list). */
  nameTexts?: readonly string[];
}

/** @returns filters for reader views and sources of such addresses. Throws for an expression that begins otherwise. */
export function viewerFilters({ hosts, names = [], nameTexts = [] }: ViewerWanted): AddressFilter[] {
  const { words, others } = splitBySharedWords(hosts);
  const any = [...new Set([...words, ...nameTexts])].map(escapeExpression);
  const expressions = [
    ...(any.length > 0 ? [`${AHEAD}${USER}[^/%?#]*(?:${any.join('|')})`] : []),
    ...(others.length > 0
      ? [`${AHEAD}(?:[^/?#]*(?:[.@]|%40))?(?:${others.map(escapeExpression).join('|')})\\.?(?:[/:?#%]|$)`]
      : []),
    ...names.map((name) => `${AHEAD}${USER}${encodedToo(afterScheme(name))}`),
  ];
  return expressions.map((urlMatches) => ({ schemes: ['about', 'view-source'], urlMatches }));
}

/** @returns filters for addresses that are only written to get around the other filters. */
export function oddSpellingFilters(): AddressFilter[] {
  return ODD_SPELLINGS.map((urlMatches) => ({ schemes: ['about', 'view-source'], urlMatches }));
}

function afterScheme(expression: string): string {
  const beginning = [BEFORE_HOST, '^https?://'].find((text) => expression.startsWith(text));
  if (beginning === undefined) throw new Error(`It begins with no scheme: ${expression.slice(0, 40)}`);
  return expression.slice(beginning.length);
}

/**
 * Makes an expression match encoded addresses too: a slash ends the host in the plain address and `%2F` in the encoded one, and
 * after `view-source:` there may be neither.
 */
function encodedToo(expression: string): string {
  return expression
    .replace(/\[(\^[^\]]*|[^\]]*\/[^\]]*)\]/g, '[$1%]')
    .replace(/(?:\/|\[\/%\])$/, '(?:[/?#%]|$)');
}
