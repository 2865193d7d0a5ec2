/** What no build may go beyond of what browsers take. Policies and people's own lists have rules of another kind (dynamic ones). */
import type { DnrRule } from '../../utils/pattern/dnr.ts';

/** Two thirds of Chromium's 30,000 guaranteed static rules; most are for searches, which are off by default. */
export const MOST_RULES = 20_000;
/** Of its 1,000 regex rules, which static and dynamic rules have each; Firefox takes as many or more. */
export const MOST_REGEXES = 700;

/** @param rules - of all static rulesets together. Throws with the numbers where they are too many. */
export function assertQuotas(rules: readonly Pick<DnrRule, 'condition'>[]): void {
  const regexes = rules.filter(({ condition }) => condition.regexFilter !== undefined).length;
  if (rules.length > MOST_RULES)
    throw new Error(`The list makes ${rules.length} static rules; a build may have ${MOST_RULES}.`);
  if (regexes > MOST_REGEXES)
    throw new Error(`The list makes ${regexes} rules with a regex; a build may have ${MOST_REGEXES}.`);
}
