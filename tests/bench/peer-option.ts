/** Reads `--peer NAME=DIR` and `--peer NAME=DIR@HOST`. */
import { resolve } from 'node:path';

export interface PeerOption {
  name: string;
  folder: string;
  /** The host that it covers; null if its adapter decides. */
  host: string | null;
}

/**
 * @param adapters - names that need no host.
 * @param taken - the name of the extension under test.
 * @returns the option, or a string that says what is wrong with it.
 */
export function readPeer(text: string, adapters: readonly string[], taken: string): PeerOption | string {
  const [, name, folder, host] = /^([^=]+)=(.+?)(?:@([^@/]+))?$/.exec(text) ?? [];
  if (name === undefined || folder === undefined) return '--peer takes NAME=DIR or NAME=DIR@HOST.';
  if (name === taken) return `"${taken}" stands for this build and is measured beside every other.`;
  if (host === undefined && !adapters.includes(name))
    return `"${name}" has no adapter (there are ${adapters.join(', ')}): name a host it covers as it comes, NAME=DIR@HOST.`;
  return { name, folder: resolve(folder), host: host ?? null };
}
