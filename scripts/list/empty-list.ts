/** A compiled list with nothing in it, for lists of a few made-up entries. */
import type { CompiledList } from '../../utils/pattern/types.ts';

/** @param version - `YYYY-MM-DD`. */
export function emptyList(version: string): CompiledList {
  return {
    version,
    hosts: { core: '\n', extended: '\n', broad: '\n', archives: '\n' },
    paths: [],
    brands: [],
    names: [],
    nameExclusions: [],
    wrappers: [],
    searches: {
      engines: [],
      services: [],
      links: [],
      fragments: [],
      phrases: [],
      exclusions: [],
      // No address has such a character.
      woken: '[^ -~]',
    },
    joinedNames: [],
    nameTexts: [],
  };
}
