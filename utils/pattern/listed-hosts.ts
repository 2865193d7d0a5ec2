/** The hosts of the compiled list, in the form in which the browser's rules need them. */
import type { CompiledList, Tier } from './types.ts';

/** @returns the hosts of the given tiers, in order. */
export function listedHosts(list: CompiledList, tiers: readonly Tier[]): string[] {
  return tiers.flatMap((tier) => list.hosts[tier].split('\n').filter((host) => host !== ''));
}

/**
 * @param hosts sorted hosts between line feeds, as `CompiledList.hosts` has them.
 * @returns whether one of the lines is `host`. Halves the text at each step: reading all of it costs a hundred times as much.
 */
export function includesHost(hosts: string, host: string): boolean {
  let low = 0;
  let high = hosts.length;
  while (low < high) {
    const start = hosts.lastIndexOf('\n', (low + high) >> 1) + 1;
    const end = hosts.indexOf('\n', start);
    if (end === -1) {
      high = start - 1;
      continue;
    }
    const line = hosts.slice(start, end);
    if (line === host) return host !== '';
    if (line < host) low = end;
    else high = start - 1;
  }
  return false;
}

/** In the form that the URL parser gives them: no name ends in a label of digits. */
const isIp = /\.\d+$|]$/;

/**
 * @param dotted whether the browser treats a host with a trailing dot as another host (Firefox).
 * @returns the hosts as `requestDomains` needs them.
 */
export function requestDomains(hosts: readonly string[], dotted: boolean): string[] {
  // An IP address has no such form, and Firefox refuses the whole rule for one that is written so.
  return dotted ? hosts.flatMap((host) => (isIp.test(host) ? host : [host, `${host}.`])) : [...hosts];
}

/**
 * The most characters of hosts in one rule of a file. Deflate finds a repetition within 32 kB (RFC 1951, 2), and the next rule
 * repeats the hosts.
 */
const PART_LENGTH = 24_000;
/** The most parts: the browser checks each rule for each request, however short its list of hosts. */
const MOST_PARTS = 32;

/**
 * Splits hosts into parts, so that rules which repeat them are near each other in a file. This halves the size of the package.
 *
 * @param dotted whether each host will be written twice.
 * @returns the hosts in order, in at most 32 parts; none for no hosts.
 */
export function inParts(hosts: readonly string[], dotted: boolean): string[][] {
  const total = hosts.reduce((sum, host) => sum + written(host), 0);
  const longest = Math.max(dotted ? PART_LENGTH / 2 : PART_LENGTH, total / (MOST_PARTS - 1));
  const parts: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const host of hosts) {
    length += written(host);
    if (length > longest) {
      parts.push([]);
      length = written(host);
    }
    parts.at(-1)?.push(host);
  }
  return parts;
}

/** @returns the characters of a host between quotes and with a comma. */
function written(host: string): number {
  return host.length + 3;
}
