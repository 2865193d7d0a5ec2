/** Compiles searches into the rules of one static ruleset, which is off unless a person or a policy turns it on. */
import { allow } from './allow-rules.ts';
import type { DnrAction, DnrCondition, UnnumberedRule } from './dnr.ts';
import { requestDomains } from './listed-hosts.ts';
import { UNCLEAR } from './plain-search.ts';
import { PRIORITY } from './registry.ts';
import { searchExpression, searchFilters } from './search-filter.ts';
import type { CompiledSearches } from './types.ts';

/**
 * @param action - where a covered search leads, without the address: the worker tells the notice which it was.
 * @param dotted - Firefox: takes expressions of any length, and names hosts with their trailing dot.
 * @returns the rules. Chromium gets a plain filter for each way to write a phrase, and one rule that lifts them on every host
 *   that is no search engine: the hosts would otherwise be in each of thousands of rules. Firefox gets one expression for
 *   each group of phrases, on the engines' hosts. Searches that no rule can read (`plain-search.ts`) stay open for the worker.
 */
export function searchRules(
  searches: CompiledSearches,
  action: DnrAction,
  dotted: boolean,
): UnnumberedRule[] {
  const { engines, services, links, phrases, exclusions } = searches;
  const hosts = requestDomains(engines, dotted);
  const cover = (where: Partial<DnrCondition>): UnnumberedRule => ({
    priority: PRIORITY.search,
    action,
    condition: { ...where, resourceTypes: ['main_frame'] },
  });
  const open = (where: Partial<DnrCondition>) => allow(where, PRIORITY.searchExclusion, ['main_frame']);
  return [
    ...(dotted
      ? [
          ...phrases.map(({ any }) => cover({ requestDomains: hosts, regexFilter: oneOf(any) })),
          open({ requestDomains: hosts, regexFilter: [oneOf(exclusions), ...UNCLEAR].join('|') }),
        ]
      : [
          ...searchFilters(phrases.flatMap(({ any }) => any)).map((urlFilter) => cover({ urlFilter })),
          open({ excludedRequestDomains: hosts }),
          ...searchFilters(exclusions).map((urlFilter) => open({ urlFilter })),
          ...UNCLEAR.map((regexFilter) => open({ regexFilter })),
        ]),
    open({ requestDomains: requestDomains(services, dotted) }),
    ...links.map((urlFilter) => open({ requestDomains: hosts, urlFilter })),
  ];
}

function oneOf(phrases: readonly string[]): string {
  return phrases.map(searchExpression).join('|');
}
