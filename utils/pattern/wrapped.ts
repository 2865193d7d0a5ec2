/** Finds the address inside a known wrapper's address (translator, reader, archive); no other address is ever decoded. */
import { type Address, isWithin, parseAddress } from './address.ts';
import type { CompiledWrapper, Tier } from './types.ts';

/** The most levels of wrappers in wrappers: nobody follows a deeper link by accident, and each level costs another match. */
const MOST_DEEP = 3;

/** What a wrapper's address contains. */
export interface Unwrapped {
  address: Address;
  /** Id of the outermost wrapper. */
  id: string;
}

/**
 * @param wrappers - the fixed list of wrappers; those whose tier is not in `tiers` are ignored.
 * @returns each address that is wrapped, the outermost first: one wrapper may write it in several forms, and may contain another wrapper.
 */
export function unwrap(
  address: Address,
  wrappers: readonly CompiledWrapper[],
  tiers: readonly Tier[],
): Unwrapped[] {
  const found: Unwrapped[] = [];
  let level: Unwrapped[] = inside(address, wrappers, tiers);
  for (let depth = 1; level.length > 0; depth++) {
    found.push(...level);
    if (depth === MOST_DEEP) break;
    level = level.flatMap(({ address: inner, id }) =>
      inside(inner, wrappers, tiers).map((deeper) => ({ address: deeper.address, id })),
    );
  }
  return found;
}

/** A country's suffix, approximately: `.de`, `.co.uk`, `.com.br`. That is enough, because the wrapped address decides. */
const COUNTRY_SUFFIX = '\\.(?:com?\\.)?[a-z][a-z][a-z]?';
const countrySuffix = new RegExp(`^${COUNTRY_SUFFIX}$`);

/** @returns true if the host is the wrapper's or below it; with `anySuffix`, under any country's suffix. */
export function isWrapperHost(host: string, { host: own, anySuffix }: CompiledWrapper): boolean {
  if (!anySuffix) return isWithin(host, own);
  const at = `.${host}`.lastIndexOf(`.${own}.`);
  return at >= 0 && countrySuffix.test(host.slice(at + own.length));
}

/** @returns an expression for every address on the wrapper's hosts, in the common subset of RE2 and JavaScript. */
export function wrapperHostExpression({ host, anySuffix }: CompiledWrapper): string {
  const own = host.replaceAll('.', '\\.');
  return `^https?://(?:[^/?#]*[.@])?${own}${anySuffix ? COUNTRY_SUFFIX : ''}[.0-9:]*[/]`;
}

function inside(address: Address, wrappers: readonly CompiledWrapper[], tiers: readonly Tier[]): Unwrapped[] {
  return wrappers.flatMap((wrapper) => {
    if (!tiers.includes(wrapper.tier) || !isWrapperHost(address.host, wrapper)) return [];
    const text = wrappedText(address, wrapper);
    const inner = text === null ? null : parseAddress(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    return inner ? [{ address: inner, id: wrapper.id }] : [];
  });
}

function wrappedText(address: Address, wrapper: CompiledWrapper): string | null {
  if (wrapper.target === 'host-dashes') {
    const label = address.host.slice(0, -(wrapper.host.length + 1));
    return label === '' || label.includes('.') ? null : decodeDashes(label) + address.path + address.query;
  }
  if (wrapper.path !== undefined && !address.path.toLowerCase().startsWith(wrapper.path)) return null;
  if (wrapper.target === 'query') return new URLSearchParams(address.query).get(wrapper.key ?? 'u');
  // A query that is the address itself has no key, so it is not parsed as parameters.
  if (wrapper.target === 'whole-query') return plain(address.query.slice(1));
  const found = new RegExp(`^${wrapper.key ?? '/'}(.+)$`, 'i').exec(address.path);
  return found?.[1] === undefined ? null : plain(found[1], address.query);
}

/**
 * Undoes the encoding, and restores `//`, which browsers and proxies shorten: "https:/host" means "https://host". Only escapes of ASCII
 * are undone: an address may contain all others, and not each of them is UTF-8.
 */
function plain(text: string, query = ''): string | null {
  if (text === '') return null;
  const decoded = text.replace(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));
  return (decoded + query).replace(/^(https?):\/(?!\/)/i, '$1://');
}

/** `translate.goog` writes `-` as `--` and `.` as `-`. */
function decodeDashes(label: string): string {
  return label.replace(/--|-/g, (dashes) => (dashes === '--' ? '-' : '.'));
}

/** @returns the label under which a dash-encoding wrapper shows `host`. */
export function encodeDashes(host: string): string {
  return host.replaceAll('-', '--').replaceAll('.', '-');
}
