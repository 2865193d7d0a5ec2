/** Limits on the rules of every build, so that browsers accept them all and people's own patterns still fit. */
import type { DnrRule } from '../../utils/pattern/dnr.ts';

/** Chromium guarantees 30,000 static rules. Nine of ten are for searches, which are off by default (Firefox needs a few expressions for them). */
export const MOST_RULES = 29_500;

/**
 * Both browsers accept 1,000 regex rules in the package and, counted separately, 1,000 at run time (Chrome,
 * `MAX_NUMBER_OF_REGEX_RULES`). Nothing is added to the package's. At run time, 300 are left for policies' and people's patterns.
 */
export const MOST_REGEXES = { static: 950, dynamic: 700 } as const;

/** Throws with the numbers if there are too many. @param rules - those of all static rulesets together. */
export function assertQuotas(rules: readonly Pick<DnrRule, 'condition'>[]): void {
  const regexes = rules.filter(({ condition }) => condition.regexFilter !== undefined).length;
  if (regexes > MOST_REGEXES.static)
    throw new Error(`The list makes ${regexes} rules with a regex; a build may have ${MOST_REGEXES.static}.`);
  if (rules.length > MOST_RULES)
    throw new Error(`The list makes ${rules.length} static rules; a build may have ${MOST_RULES}.`);
}
