/** Half of what browsers take, which no build may go beyond: the other half is for policies and for people's own lists. */
import type { DnrRule } from '../../utils/pattern/dnr.ts';

/** Half of Chromium's 30,000 guaranteed static rules and of its 1,000 regex rules; Firefox takes as many or more. */
const MOST_RULES = 15_000;
const MOST_REGEXES = 500;

/** @param rules - of all static rulesets together. Throws with the numbers where they are too many. */
export function assertQuotas(rules: readonly Pick<DnrRule, 'condition'>[]): void {
  const regexes = rules.filter(({ condition }) => condition.regexFilter !== undefined).length;
  if (rules.length > MOST_RULES)
    throw new Error(`The list makes ${rules.length} static rules; a build may have ${MOST_RULES}.`);
  if (regexes > MOST_REGEXES)
    throw new Error(`The list makes ${regexes} rules with a regex; a build may have ${MOST_REGEXES}.`);
}
