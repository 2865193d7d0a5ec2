/** Parses an address into the one form in which the files here compare addresses. */

/** An http(s) address without port, credentials, fragment or the host's trailing dot. */
export interface Address {
  /** `scheme://host/path?query`, ASCII host in lower case: what the list's regular expressions run on. */
  href: string;
  host: string;
  path: string;
  query: string;
}

/**
 * @param text - any string; the platform's URL parser normalizes upper case, IDN, full-width letters, percent-encoded dots.
 * @returns the address, or null for anything that is not http or https. Never throws.
 */
export function parseAddress(text: string): Address | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // One trailing dot means the same host (RFC 1034, section 3.1); the URL parser keeps it.
  const host = url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
  if (host === '' || host.endsWith('.')) return null;
  return {
    href: `${url.protocol}//${host}${url.pathname}${url.search}`,
    host,
    path: url.pathname,
    query: url.search,
  };
}

/** The longest possible host name, in characters (RFC 1035, section 2.3.4, without the root's dot). */
const LONGEST_HOST = 253;

/** @returns the host and every parent of it that can be a name, longest first: `a.b.example`, `b.example`, `example`. */
export function* hostAndParents(host: string): Generator<string> {
  for (let rest = host; ; ) {
    // Comparing each parent of a host of a million labels would take minutes.
    if (rest.length <= LONGEST_HOST) yield rest;
    const dot = rest.indexOf('.');
    if (dot < 0) return;
    rest = rest.slice(dot + 1);
  }
}

/** @returns true if `host` is `parent` or a subdomain of it. */
export function isWithin(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}
