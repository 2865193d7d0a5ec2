/**
 * Collects the rules of a browser under given settings: the package's enabled static rulesets, and the worker's dynamic rules above
 * them.
 */

import type { UnnumberedRule } from '../../../utils/pattern/dnr.ts';
import type { Recognition } from '../../../utils/pattern/match.ts';
import type { RuleOptions } from '../../../utils/pattern/rule-compiler.ts';
import { dynamicRules, staticRules } from '../../../utils/pattern/rules.ts';
import { rulesetsFor, rulesetsWithoutAccess } from '../../../utils/worker/rules/rulesets.ts';

/**
 * @returns both kinds of rules. Without host access (`block`), most static rulesets are off, as `targetRules` says, and a
 *   static redirect does nothing, whatever is below it.
 */
export function heldRules(recognition: Recognition, options: RuleOptions): UnnumberedRule[] {
  const rulesets =
    options.destination.kind === 'block'
      ? rulesetsWithoutAccess(recognition.selection)
      : rulesetsFor(recognition.selection);
  const packaged: RuleOptions = { ...options, destination: { kind: 'page', path: '/notice.html' } };
  return [
    ...rulesets.flatMap((ruleset) => staticRules(ruleset, recognition.list, packaged)),
    ...dynamicRules(recognition, options),
  ];
}
