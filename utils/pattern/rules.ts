/** Compiles recognition into the browser's rules: the static sets of the package and the dynamic set of the worker. */
import { allow, allowRules } from './allow-rules.ts';
import type { DnrCondition, UnnumberedRule } from './dnr.ts';
import { requestDomains } from './listed-hosts.ts';
import type { Recognition } from './match.ts';
import { PRIORITY, RULE_TIERS, type Ruleset, type RuleTier } from './registry.ts';
import { destinationAction, RuleCompiler, type RuleOptions } from './rule-compiler.ts';
import { searchRules } from './search-rules.ts';
import type { CompiledList } from './types.ts';
import { withoutAlternatives } from './without-alternatives.ts';

/**
 * The tiers whose translated copies have rules. Copies of all hosts would add twice the list, to be written at every change of
 * place or language. The worker covers copies of the other tiers when they arrive, before they show.
 */
const WRAPPED_TIERS: readonly RuleTier[] = ['core'];

/** @returns the rules of one static ruleset of the package. */
export function staticRules(ruleset: Ruleset, list: CompiledList, options: RuleOptions): UnnumberedRule[] {
  const rules = new RuleCompiler(options, {
    check: PRIORITY.check,
    list: PRIORITY.list,
    name: PRIORITY.name,
  });
  if (ruleset === 'check') return rules.check();
  if (ruleset === 'names') return [...rules.names(list), ...rules.nameExclusions(list)];
  if (ruleset === 'searches') {
    // Safari takes no more than half of these filters.
    if (options.plainExpressions) return [];
    return searchRules(list.searches, destinationAction(options.destination), options.dotted);
  }
  return writtenFor(options, rules.tiers(list, [ruleset]));
}

/**
 * @returns the dynamic rules. They lead the list's pages to the notice at a higher priority (with the address, the place and the
 *   language in the destination) and add people's own patterns; frames and parts of listed pages are blocked by the static sets.
 *   When the destination is `block` they replace the static sets too. Only the static set of names contains the rules that lift a
 *   name; it is on wherever names are recognized. Expressions written twice would leave people's patterns little room.
 */
export function dynamicRules(recognition: Recognition, options: RuleOptions): UnnumberedRule[] {
  const { list, selection, blocked, allowed } = recognition;
  const priorities = {
    check: PRIORITY.checkWithAddress,
    list: PRIORITY.listWithAddress,
    name: PRIORITY.nameWithAddress,
  };
  const rules = new RuleCompiler(options, priorities);
  // Names each host once instead of three times, because writing the rules is most of what the first start costs.
  const listed = new RuleCompiler(
    { ...options, pagesOnly: options.destination.kind !== 'block' },
    priorities,
  );
  const tiers = RULE_TIERS.filter((tier) => selection.tiers.includes(tier));
  return writtenFor(options, [
    ...listed.check(),
    ...listed.tiers(list, tiers),
    ...(selection.names ? listed.names(list) : []),
    ...(selection.wrappers
      ? rules.wrapped(
          list,
          WRAPPED_TIERS.filter((tier) => tiers.includes(tier)),
        )
      : []),
    ...rules.own(blocked.policy, PRIORITY.policyBlocked),
    ...rules.own(blocked.user, PRIORITY.userBlocked),
    ...allowRules(allowed.policy, PRIORITY.policyAllowed, options.dotted),
    ...allowRules(allowed.user, PRIORITY.userAllowed, options.dotted),
  ]);
}

/** Writes one rule as several if the browser takes no alternatives in an expression. */
function writtenFor({ plainExpressions }: RuleOptions, rules: UnnumberedRule[]): UnnumberedRule[] {
  if (!plainExpressions) return rules;
  return rules.flatMap((rule) => {
    const { regexFilter } = rule.condition;
    if (regexFilter === undefined) return [rule];
    return withoutAlternatives(regexFilter).map((expression) => ({
      ...rule,
      condition: { ...rule.condition, regexFilter: expression },
    }));
  });
}

/** @returns a rule that lifts all others for one site in one tab (in every tab where the browser has no `tabIds`). */
export function passRule(
  site: string,
  tabId: number | null,
  options: Pick<RuleOptions, 'dotted'>,
): UnnumberedRule {
  const where: Partial<DnrCondition> = { requestDomains: requestDomains([site], options.dotted) };
  if (tabId !== null) where.tabIds = [tabId];
  return allow(where, PRIORITY.pass);
}
