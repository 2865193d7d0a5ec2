/** Makes an empty compiled list, as the basis for lists of a few made-up entries. */
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
      // No address contains such a character.
      woken: '[^ -~]',
    },
    joinedNames: [],
    nameTexts: [],
  };
}
