/** Names hosts to the browser's rules: those of the compiled list, and how a rule must write them. */
import type { CompiledList, Tier } from './types.ts';

/** @returns the hosts of the given tiers, in order. */
export function listedHosts(list: CompiledList, tiers: readonly Tier[]): string[] {
  return tiers.flatMap((tier) => list.hosts[tier].split('\n').filter((host) => host !== ''));
}

/**
 * @param dotted whether the browser takes a host with a trailing dot for another one (Firefox).
 * @returns the hosts as `requestDomains` must hold them.
 */
export function requestDomains(hosts: readonly string[], dotted: boolean): string[] {
  return dotted ? hosts.flatMap((host) => [host, `${host}.`]) : [...hosts];
}
