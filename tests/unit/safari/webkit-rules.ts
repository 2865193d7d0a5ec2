/** Finds what WebKit refuses in a rule, according to its source (it cannot run here). Every reason is one sentence. */
import type { DnrRule } from '../../../utils/pattern/dnr.ts';

/** Keys that Safari 17 supports (`_WKWebExtensionDeclarativeNetRequestRule.mm`). initiatorDomains came with 26. */
const CONDITION_KEYS = ['regexFilter', 'requestDomains', 'excludedRequestDomains', 'resourceTypes'];

/** Content rules support only a part of regular expressions (`URLFilterParser.cpp`). */
const REFUSED: readonly [RegExp, string][] = [
  [/\|/, 'alternatives'],
  [/\{/, 'counted repetitions'],
  [/\\[a-zA-Z0-9]/, 'classes by letter, word boundaries or references back'],
  [/\(\?[^:]/, 'assertions'],
  [/.\^/, 'a start elsewhere than at the start'],
  [/\$./, 'an end elsewhere than at the end'],
  [/[^\p{ASCII}]/u, 'characters beyond ASCII'],
];

/** @returns why Safari would not accept the rule, or would not act on it. */
export function refusals({ id, priority, action, condition }: DnrRule): string[] {
  const reasons: string[] = [];
  if (!(Number.isInteger(id) && id >= 1 && priority >= 1)) reasons.push('its number or priority is below 1');
  for (const key of Object.keys(condition)) {
    if (!CONDITION_KEYS.includes(key)) reasons.push(`it has ${key}`);
  }
  // Of the two, WebKit only reads `requestDomains` (`if-domain`, else `unless-domain`).
  if (condition.requestDomains && condition.excludedRequestDomains)
    reasons.push('its excluded hosts would not be read');
  if (condition.requestDomains?.length === 0) reasons.push('it names no host');
  const hosts = [...(condition.requestDomains ?? []), ...(condition.excludedRequestDomains ?? [])];
  if (hosts.some((host) => !/^[\x21-\x7e]+$/.test(host))) reasons.push('a host is not ASCII');
  if (action.type === 'redirect') {
    const keys = Object.keys(action.redirect);
    if (keys.join() !== 'extensionPath') reasons.push(`it redirects by ${keys.join()}`);
    else if (!('extensionPath' in action.redirect && action.redirect.extensionPath.startsWith('/')))
      reasons.push('its path does not begin with /');
    if (condition.resourceTypes.join() !== 'main_frame') reasons.push('it redirects more than pages');
  }
  // Inside a class those characters are ordinary.
  const outside = condition.regexFilter?.replace(/\\[^a-zA-Z0-9]/g, '').replace(/\[[^\]]*\]/g, '') ?? '';
  for (const [pattern, what] of REFUSED)
    if (pattern.test(outside)) reasons.push(`its expression has ${what}`);
  return reasons.map((reason) => `rule ${id}: ${reason}`);
}
