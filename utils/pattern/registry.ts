/** Every rule id, ruleset name and priority of the product. They may be defined nowhere else. */
import type { Tier } from './types.ts';

/**
 * Priorities, lowest first; a higher one decides, whichever ruleset it is in. Within one number the browser lets
 * `allow` win over `block` over `redirect` (MDN, declarativeNetRequest, "Matching precedence").
 */
export const PRIORITY = {
  search: 5,
  searchExclusion: 6,
  name: 10,
  nameWithAddress: 11,
  nameExclusion: 15,
  list: 20,
  listWithAddress: 21,
  userAllowed: 30,
  policyAllowed: 40,
  userBlocked: 45,
  policyBlocked: 50,
  check: 60,
  checkWithAddress: 61,
  pass: 100,
} as const;

/**
 * The static rulesets of the package. A tier's set covers its hosts, sections and brands. Translated copies have dynamic rules
 * only: static ones would add twice the list to a package that should stay small, and help only until the worker first runs.
 */
export const RULESETS = ['check', 'core', 'extended', 'broad', 'names', 'searches'] as const;
export type Ruleset = (typeof RULESETS)[number];

/** Tiers that have network rules. Archives keep the address in their path, so only the guard can read them. */
export const RULE_TIERS = ['core', 'extended', 'broad'] as const satisfies readonly Tier[];
export type RuleTier = (typeof RULE_TIERS)[number];

/** First id of the dynamic rules; they are numbered from here in the order in which they are compiled. */
export const FIRST_DYNAMIC_ID = 1;

/** Session rules: passes. The private worker has a range of its own, because both workers share the rules (split mode). */
export const PASS_IDS = { regular: 1_000_000, private: 2_000_000 } as const;

/** The alarm and storage names of passes start with this, followed by the rule id. */
export const PASS_ALARM = 'pass:';
