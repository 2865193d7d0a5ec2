/** Tells which static rulesets a selection of the list needs. */
import { RULE_TIERS, RULESETS, type Ruleset } from '../../pattern/registry.ts';
import { DEFAULT_TIERS, type ListSelection } from '../../pattern/types.ts';

/** @returns the rulesets that must be enabled for a selection; the check address is always among them. */
export function rulesetsFor(selection: ListSelection): Ruleset[] {
  const tiers = RULE_TIERS.filter((tier) => selection.tiers.includes(tier));
  const wanted = new Set<Ruleset>([
    'check',
    ...tiers,
    ...(selection.names ? (['names'] as const) : []),
    ...(selection.searches ? (['searches'] as const) : []),
  ]);
  return RULESETS.filter((ruleset) => wanted.has(ruleset));
}

/** @returns the rulesets that must be enabled where host access is missing: see `targetRules`. */
export function rulesetsWithoutAccess(selection: ListSelection): Ruleset[] {
  return selection.names ? ['names'] : [];
}

/** The rulesets that the manifest enables: they protect before the worker has ever run. */
export const DEFAULT_RULESETS = rulesetsFor({
  tiers: DEFAULT_TIERS,
  names: true,
  wrappers: true,
  searches: false,
});
