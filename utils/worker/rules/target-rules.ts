/** Works out what the browser should have for a given state: rules, rulesets, guarded hosts. Pure. */
import { hostAndParents, isWithin } from '../../pattern/address.ts';
import type { DnrRule } from '../../pattern/dnr.ts';
import { numberRules } from '../../pattern/dnr.ts';
import { listedHosts } from '../../pattern/listed-hosts.ts';
import type { Recognition } from '../../pattern/match.ts';
import { CHECK_HOST } from '../../pattern/match.ts';
import { FIRST_DYNAMIC_ID, RULE_TIERS, type Ruleset } from '../../pattern/registry.ts';
import type { Destination } from '../../pattern/rule-compiler.ts';
import { dynamicRules } from '../../pattern/rules.ts';
import type { CompiledList, ListSelection } from '../../pattern/types.ts';
import type { EffectiveConfig } from '../../policy/types.ts';
import { rulesetsFor, rulesetsWithoutAccess } from './rulesets.ts';

/** What the browser can do. */
export interface Platform {
  /** Rules must name each host with and without its trailing dot (Firefox). */
  dotted: boolean;
  /** `regexSubstitution` may lead to an extension page (not in Safari). */
  carriesAddress: boolean;
  /** A rule may be limited to tabs (not in Safari). */
  tabIds: boolean;
  /** `initiatorDomains` exists (not in Safari before 26). */
  initiators: boolean;
  /** Expressions take no alternatives (Safari). */
  plainExpressions?: boolean;
}

/** Everything that the rule writer needs. */
export interface TargetRules {
  rulesets: Ruleset[];
  rules: DnrRule[];
  guardedHosts: string[];
}

/**
 * @param notice - the notice's path in the package and its absolute address, both with place and language.
 * @param access - false if the person or the browser withholds access to sites.
 * @param zeroTolerance - if true, nothing needs the covered address, so no rule carries it.
 * @returns where covered pages lead.
 */
export function destinationFor(
  notice: { path: string; url: string },
  { access, zeroTolerance }: { access: boolean; zeroTolerance: boolean },
  platform: Platform,
): Destination {
  if (!access) return { kind: 'block' };
  if (zeroTolerance || !platform.carriesAddress) return { kind: 'page', path: notice.path };
  return { kind: 'address', url: notice.url };
}

/** Beyond this many hosts the guard's registration would slow down unlisted pages (docs/architecture.md); rules and the worker cover the rest. */
export const GUARDED_HOSTS_CAP = 5_000;

/** @returns how addresses are recognized under the settings in force. */
export function recognitionOf(effective: EffectiveConfig, list: CompiledList): Recognition {
  const selection: ListSelection = {
    tiers: effective.tiers.value,
    names: effective.recognizeNames.value,
    wrappers: effective.recognizeWrappers.value,
    searches: effective.recognizeSearches.value,
  };
  return { list, selection, blocked: effective.blocked, allowed: effective.allowed };
}

/**
 * @param destination - where a covered page leads; `block` if host access is missing. Then the static redirects are
 *   switched off, because a redirect without access has no effect and shadows every block below it. The set of names stays on:
 *   the dynamic blocks outrank its redirects, and no other set contains the rules that lift names.
 */
export function targetRules(
  recognition: Recognition,
  destination: Destination,
  platform: Platform,
): TargetRules {
  return {
    rulesets:
      destination.kind === 'block'
        ? rulesetsWithoutAccess(recognition.selection)
        : rulesetsFor(recognition.selection),
    rules: numberRules(dynamicRules(recognition, { destination, ...platform }), FIRST_DYNAMIC_ID),
    guardedHosts: guardedHosts(recognition),
  };
}

/**
 * @returns the hosts the guard is registered for: all of people's own hosts, then the tiers in order, up to the cap. Not those that
 *   someone leaves open: a guard covers each page until it is answered, and takes it to the notice if the worker is slow.
 */
export function guardedHosts({ list, selection, blocked, allowed }: Recognition): string[] {
  const ownBlocked = [...blocked.policy, ...blocked.user];
  const own = ownBlocked.filter(({ kind }) => kind !== 'path').map(({ host }) => host);
  const open = new Set(
    [...allowed.policy, ...allowed.user].filter(({ kind }) => kind === 'site').map(({ host }) => host),
  );
  const isOpen = (host: string) =>
    open.size > 0 &&
    [...hostAndParents(host)].some((one) => open.has(one)) &&
    !ownBlocked.some((pattern) => isWithin(pattern.host, host) || isWithin(host, pattern.host));
  const tiers = RULE_TIERS.filter((tier) => selection.tiers.includes(tier));
  const listed = [CHECK_HOST, ...listedHosts(list, tiers)].slice(0, GUARDED_HOSTS_CAP);
  return [...new Set([...own, ...listed.filter((host) => host === CHECK_HOST || !isOpen(host))])];
}
