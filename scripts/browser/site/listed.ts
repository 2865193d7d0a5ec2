/** Takes real entries from the list's data when the tests run. All their addresses lead to the loopback site. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = 'data/list';

interface HostEntry {
  host: string;
  kind: string;
  tier: string;
  status: string;
}

interface PathEntry {
  host: string;
  tier: string;
  regex: string;
  examples: string[];
  counterExamples?: string[];
}

/** The check address, which is always listed. */
export const CHECK_ADDRESS = 'http://check.second-thought.test/';

/** A search that is covered if searches are recognized. */
export const COVERED_SEARCH = 'https://duckduckgo.com/?q=escorts+near+me';

/** @returns `count` active hosts of the core tier, spread over the list. Throws if there are fewer. */
export function listedHosts(count: number): string[] {
  const folder = join(LIST, 'hosts/core');
  const hosts = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readLines<HostEntry>(join(folder, name)))
    .filter(({ status, kind }) => status === 'active' && kind !== 'check-address')
    .map(({ host }) => host)
    // Leaves out a host under another entry: its visits would count for both.
    .filter((host, _place, all) => !all.some((other) => host !== other && host.endsWith(`.${other}`)))
    .sort();
  if (hosts.length < count) throw new Error(`${folder} has only ${hosts.length} active hosts`);
  const step = Math.floor(hosts.length / count);
  return Array.from({ length: count }, (_, place) => hosts[place * step] as string);
}

/** A section of a general site: an address inside it, and one on the same host outside it. */
export interface ListedSection {
  listed: string;
  unlisted: string;
  host: string;
}

/** @returns the first section of the core tier with an example and a counter-example on one host. */
export function listedSection(): ListedSection {
  for (const { tier, examples, counterExamples } of readLines<PathEntry>(join(LIST, 'paths.jsonl'))) {
    if (tier !== 'core') continue;
    for (const example of examples) {
      const listed = new URL(`https://${example}`);
      const other = counterExamples?.find((address) => address.startsWith(`${listed.host}/`));
      if (other) return { listed: listed.href, unlisted: `https://${other}`, host: listed.hostname };
    }
  }
  throw new Error(
    `${LIST}/paths.jsonl has no core section with an example and a counter-example on one host`,
  );
}

interface NameEntry {
  at: string;
  tier: string;
  examples: string[];
}

/** @returns a host that is not listed but looks like a listed one, with these letters at the end of its name. */
export function lookAlike(letters: string): string {
  const entries = readLines<NameEntry>(join(LIST, 'names.jsonl'));
  const example = entries.find(({ at, tier }) => at === 'anywhere' && tier === 'extended')?.examples[0];
  if (!example) throw new Error(`${LIST}/names.jsonl has no entry that counts anywhere in a name`);
  return example.replace('.', `${letters}.`);
}

interface WrapperEntry {
  host: string;
  target: string;
  key: string;
  tier: string;
}

/** @returns the address of a copy of this address on another site. */
export function copyOf(address: string): string {
  const entries = readLines<WrapperEntry>(join(LIST, 'wrappers.jsonl'));
  const entry = entries.find(({ tier, target, key }) => tier === 'core' && target === 'path' && key === '/');
  if (!entry) throw new Error(`${LIST}/wrappers.jsonl has no site that takes the address after its own name`);
  return `https://${entry.host}/${address}`;
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
