/**
 * Decides whether an address is a search for paid sex, as the browser's rules do (`search-rules.ts`), and alone where those leave
 * it to the worker (`plain-search.ts`). The phrases are reviewed data, `data/list/searches.jsonl`; `search-filter.ts` says what one means.
 */
import { type Address, isWithin } from './address.ts';
import { isUnclear, plainSearch } from './plain-search.ts';
import { searchExpression } from './search-filter.ts';
import type { CompiledSearches, Match } from './types.ts';

/**
 * @param fragment - of the whole address, with `#`: some engines write the words there.
 * @returns the phrase that matches the search, or null. The site, which a pass is for, is the engine's host.
 */
export function matchSearch(address: Address, searches: CompiledSearches, fragment = ''): Match | null {
  if (!isSearchEngine(address, searches)) return null;
  const { phrases, exclusions } = compiled(searches);
  const behind = searches.fragments.includes(`${address.host}${address.path}`) ? fragment : '';
  const written = `${address.href}${behind}`;
  const asked = isUnclear(written) ? plainSearch(written) : written;
  const found = phrases.find(({ expression }) => expression.test(asked));
  if (!found || exclusions.test(asked)) return null;
  return { kind: 'search', by: 'list', id: found.id, site: address.host };
}

function isSearchEngine({ host, href }: Address, { engines, services, links }: CompiledSearches): boolean {
  return (
    engines.some((engine) => isWithin(host, engine)) &&
    !services.some((service) => isWithin(host, service)) &&
    !links.some((link) => href.toLowerCase().includes(link))
  );
}

interface Expressions {
  phrases: { id: string; expression: RegExp }[];
  exclusions: RegExp;
}

/** Compiled when the first search is looked at: most workers never see one. */
const known = new WeakMap<CompiledSearches, Expressions>();

function compiled(searches: CompiledSearches): Expressions {
  const held = known.get(searches);
  if (held) return held;
  const expressions = {
    phrases: searches.phrases.map(({ id, any }) => ({ id, expression: oneOf(any) })),
    exclusions: oneOf(searches.exclusions),
  };
  known.set(searches, expressions);
  return expressions;
}

function oneOf(phrases: readonly string[]): RegExp {
  // An empty list must match nothing.
  return new RegExp(phrases.length === 0 ? '[^\\s\\S]' : phrases.map(searchExpression).join('|'), 'i');
}
