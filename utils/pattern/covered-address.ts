/** Writes a covered address into the notice's own address, and reads it back. */

/** Replaces the `#` of a covered address that travels in a query. No address contains it otherwise: it is a control character. */
const FRAGMENT = '%01';

/**
 * @param page - the notice's path or address. A fragment in it names the region whose law is shown, and stays the fragment.
 * @param address - the covered one, or its placeholder in a rule.
 * @returns `…#<address>`, or `…?<address>#<region>`.
 */
export function overAddress(page: string, address: string): string {
  const [path, region] = page.split('#');
  if (region === undefined) return `${page}#${address}`;
  return `${path}?${address.replace('#', FRAGMENT)}#${region}`;
}

/**
 * @returns the covered address in the notice's own, as `overAddress` or a rule wrote it; null if there is none. A rule cannot
 *   replace the `#`, so in its address the covered address's own fragment comes before the region's.
 */
export function addressIn({ search, hash }: Pick<Location, 'search' | 'hash'>): string | null {
  if (hash.startsWith('#http')) return hash.slice(1);
  if (!search.startsWith('?http')) return null;
  const own = hash.split('#').slice(1, -1).join('#');
  return search.slice(1).replace(FRAGMENT, '#') + (own && `#${own}`);
}

/** @returns what stays of the notice's query and fragment once the covered address is taken out. */
export function withoutAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): string {
  return hash.startsWith('#http') ? search : hash && `#${hash.split('#').at(-1)}`;
}
