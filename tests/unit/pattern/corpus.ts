/** Reads the corpora, and runs the matcher with the real list, for the tests that compare the two. */
import { readFileSync } from 'node:fs';
import list from 'virtual:compiled-list';
import { match, type Recognition } from '../../../utils/pattern/match.ts';
import type { CompiledList, ListSelection, Match } from '../../../utils/pattern/types.ts';

const FOLDER = new URL('../../corpus/', import.meta.url);

export { list };

/** Everything is on, including opt-in tiers: what must not match must not match whatever a person switches on. */
export const EVERYTHING: ListSelection = {
  tiers: ['core', 'extended', 'broad', 'archives'],
  names: true,
  wrappers: true,
  searches: false,
};

/** @returns the lines of a corpus with their group (`# == group`), without comments and empty lines. */
export function corpus(file: string): { group: string; line: string }[] {
  let group = '';
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# == ')) group = line.slice(5);
      return line === '' || line.startsWith('#') ? [] : [{ group, line }];
    });
}

/** @returns a corpus line as an address. A bare host means its start page. */
export function asAddress(line: string): string {
  return /^[a-z]+:/i.test(line.trim()) ? line : `http://${line}/`;
}

/** Runs the matcher without a person's own patterns. */
export function recognise(
  address: string,
  selection: ListSelection = EVERYTHING,
  compiled: CompiledList = list,
): Match | null {
  const none = { policy: [], user: [] };
  const recognition: Recognition = { list: compiled, selection, blocked: none, allowed: none };
  return match(address, recognition);
}
