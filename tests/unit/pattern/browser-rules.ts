/** Decides about a request as a browser does with declarativeNetRequest rules (MDN, "Matching precedence"). */
import type { UnnumberedRule } from '../../../utils/pattern/dnr.ts';

export interface Request {
  url: string;
  type?: UnnumberedRule['condition']['resourceTypes'][number];
  /** Host of the page that makes the request. */
  initiator?: string;
  tab?: number;
}
/** Actions, the strongest first among rules of the same priority. */
const STRENGTH = ['redirect', 'block', 'allow'];

/**
 * @param dots - whether a host with a trailing dot is a different host for the browser (Firefox).
 * @returns what happens to the request: the address of a redirect, or `block`, `allow`, or null if no rule applies.
 */
export function decide(rules: readonly UnnumberedRule[], request: Request, dots = false): string | null {
  const url = new URL(request.url);
  const applies = ({ condition }: UnnumberedRule) =>
    condition.resourceTypes.includes(request.type ?? 'main_frame') &&
    (condition.tabIds === undefined || condition.tabIds.includes(request.tab ?? 1)) &&
    onOne(condition.requestDomains, url.hostname, dots) &&
    !onOne(condition.excludedRequestDomains ?? [], url.hostname, dots) &&
    onOne(condition.initiatorDomains, request.initiator ?? '', dots) &&
    (condition.regexFilter === undefined || new RegExp(condition.regexFilter, 'i').test(url.href));
  const rank = ({ priority, action }: UnnumberedRule) => priority * 10 + STRENGTH.indexOf(action.type);
  const winner = rules.filter(applies).sort((a, b) => rank(b) - rank(a))[0];
  if (winner?.action.type !== 'redirect') return winner?.action.type ?? null;
  const { redirect } = winner.action;
  if ('extensionPath' in redirect) return redirect.extensionPath;
  const whole = new RegExp(winner.condition.regexFilter ?? '', 'i').exec(url.href)?.[0] ?? '';
  return redirect.regexSubstitution.replace('\\0', () => whole);
}

function onOne(domains: readonly string[] | undefined, host: string, dots: boolean): boolean {
  if (domains === undefined) return true;
  const name = dots ? host : host.replace(/\.$/, '');
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
