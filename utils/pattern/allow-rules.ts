/** Compiles the rules for what must stay open: they lift rules of a lower priority. */
import { type DnrCondition, type ResourceType, SUBRESOURCES, type UnnumberedRule } from './dnr.ts';
import { customPatternExpression } from './expressions.ts';
import { requestDomains } from './listed-hosts.ts';
import type { CustomPattern } from './types.ts';

/** @returns the rules for the sites that a policy's or a person's patterns allow. */
export function allowRules(
  patterns: readonly CustomPattern[],
  priority: number,
  dotted: boolean,
): UnnumberedRule[] {
  const sites = patterns.filter(({ kind }) => kind === 'site').map(({ host }) => host);
  const rules = patterns.flatMap((pattern) => {
    const regexFilter = customPatternExpression(pattern);
    if (regexFilter === null) return [];
    return [allow({ regexFilter, requestDomains: requestDomains([pattern.host], dotted) }, priority)];
  });
  return sites.length === 0
    ? rules
    : [allow({ requestDomains: requestDomains(sites, dotted) }, priority), ...rules];
}

/** @returns one rule that lifts all rules of a lower priority for these requests. */
export function allow(
  where: Partial<DnrCondition>,
  priority: number,
  resourceTypes: readonly ResourceType[] = ['main_frame', ...SUBRESOURCES],
): UnnumberedRule {
  return { priority, action: { type: 'allow' }, condition: { ...where, resourceTypes: [...resourceTypes] } };
}
