/** Finds the address inside a known wrapper's address (translator, reader, archive); no other address is ever decoded. */
import { type Address, isWithin, parseAddress } from './address.ts';
import type { CompiledWrapper, Tier } from './types.ts';

/**
 * @param wrappers - the fixed list of wrappers; those whose tier is not in `tiers` are ignored.
 * @returns the wrapped address and the wrapper's id, or null.
 */
export function unwrap(
  address: Address,
  wrappers: readonly CompiledWrapper[],
  tiers: readonly Tier[],
): { address: Address; id: string } | null {
  for (const wrapper of wrappers) {
    if (!tiers.includes(wrapper.tier) || !isWithin(address.host, wrapper.host)) continue;
    const text = wrappedText(address, wrapper);
    const inner = text === null ? null : parseAddress(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    if (inner) return { address: inner, id: wrapper.id };
  }
  return null;
}

function wrappedText(address: Address, wrapper: CompiledWrapper): string | null {
  if (wrapper.target === 'host-dashes') {
    const label = address.host.slice(0, -(wrapper.host.length + 1));
    return label === '' || label.includes('.') ? null : decodeDashes(label) + address.path;
  }
  if (wrapper.target === 'query') return new URLSearchParams(address.query).get(wrapper.key ?? 'u');
  const found = new RegExp(`^${wrapper.key ?? '/'}(.+)$`, 'i').exec(address.path);
  if (!found?.[1]) return null;
  try {
    // Browsers and proxies collapse `//`: "https:/host" means "https://host".
    return decodeURIComponent(found[1]).replace(/^(https?):\/(?!\/)/i, '$1://');
  } catch {
    return null; // A stray percent sign: nothing to decode.
  }
}

/** `translate.goog` writes `-` as `--` and `.` as `-`. */
function decodeDashes(label: string): string {
  return label.replace(/--|-/g, (dashes) => (dashes === '--' ? '-' : '.'));
}

/** @returns the label under which a dash-encoding wrapper shows `host`. */
export function encodeDashes(host: string): string {
  return host.replaceAll('-', '--').replaceAll('.', '-');
}
