/** What no build may go beyond, so that browsers take every rule and people's own patterns still fit. */
import type { DnrRule } from '../../utils/pattern/dnr.ts';

/** Two thirds of Chromium's 30,000 guaranteed static rules; most are for searches, which are off by default. */
export const MOST_RULES = 20_000;

/**
 * Both browsers take 1,000 regex rules of the package and, counted apart, 1,000 at run time (Chrome,
 * `MAX_NUMBER_OF_REGEX_RULES`). Nobody adds to the package; at run time 300 are left for policies' and people's patterns.
 */
export const MOST_REGEXES = { static: 950, dynamic: 700 } as const;

/** @param rules - of all static rulesets together. Throws with the numbers where they are too many. */
export function assertQuotas(rules: readonly Pick<DnrRule, 'condition'>[]): void {
  const regexes = rules.filter(({ condition }) => condition.regexFilter !== undefined).length;
  if (rules.length > MOST_RULES)
    throw new Error(`The list makes ${rules.length} static rules; a build may have ${MOST_RULES}.`);
  if (regexes > MOST_REGEXES.static)
    throw new Error(`The list makes ${regexes} rules with a regex; a build may have ${MOST_REGEXES.static}.`);
}
