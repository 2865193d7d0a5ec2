/** Chooses the rules that fit into the browser's quotas of dynamic rules: the list's first, then people's own lines. Pure. */
import type { DnrRule } from '../../pattern/dnr.ts';
import { customPatternExpression } from '../../pattern/expressions.ts';
import type { Recognition } from '../../pattern/match.ts';

/** How many dynamic rules a browser allows. */
export interface RuleQuota {
  all: number;
  /** Rules that redirect: Chromium counts them as unsafe. */
  redirects: number;
  regexes: number;
}

/** What both browsers promise at least (Chromium 130 and later, Firefox 140 and later; MDN, "declarativeNetRequest", limits). */
const LEAST: RuleQuota = { all: 5_000, redirects: 5_000, regexes: 1_000 };

/** @param api - `declarativeNetRequest` with its constants; a browser that lacks one gets the minimum. */
export function quotaOf(api: object): RuleQuota {
  const constants = api as Record<string, unknown>;
  const number = (name: string, otherwise: number) => {
    const value = constants[name];
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    all: number('MAX_NUMBER_OF_DYNAMIC_RULES', LEAST.all),
    redirects: number('MAX_NUMBER_OF_UNSAFE_DYNAMIC_RULES', LEAST.redirects),
    regexes: number('MAX_NUMBER_OF_REGEX_RULES', LEAST.regexes),
  };
}

/**
 * @param rules - in order of importance: what comes first is kept.
 * @returns the rules that fit, and those that do not.
 */
export function fitQuota(
  rules: readonly DnrRule[],
  quota: RuleQuota,
): { fitting: DnrRule[]; left: DnrRule[] } {
  const used: RuleQuota = { all: 0, redirects: 0, regexes: 0 };
  const fitting: DnrRule[] = [];
  const left: DnrRule[] = [];
  for (const rule of rules) {
    const redirects = used.redirects + (rule.action.type === 'redirect' ? 1 : 0);
    const regexes = used.regexes + (rule.condition.regexFilter === undefined ? 0 : 1);
    if (used.all >= quota.all || redirects > quota.redirects || regexes > quota.regexes) {
      left.push(rule);
      continue;
    }
    Object.assign(used, { all: used.all + 1, redirects, regexes });
    fitting.push(rule);
  }
  return { fitting, left };
}

/** @returns the lines, as people wrote them, that these rules come from, each once. Rules of the list come from none. */
export function linesOf(
  rules: readonly DnrRule[],
  { blocked, allowed }: Pick<Recognition, 'blocked' | 'allowed'>,
): string[] {
  const own = [...blocked.policy, ...blocked.user, ...allowed.policy, ...allowed.user].map((pattern) => ({
    pattern,
    expression: customPatternExpression(pattern),
  }));
  const lines = rules.flatMap(({ condition: { regexFilter, requestDomains = [] } }) =>
    own
      .filter(({ pattern: { host }, expression }) => {
        if (!requestDomains.includes(host)) return false;
        if (expression === null) return regexFilter === undefined || regexFilter === '^https?://.*';
        return regexFilter === expression || regexFilter === `${expression}.*`;
      })
      .map(({ pattern }) => pattern.text),
  );
  return [...new Set(lines)];
}
