/** Compiles recognition into the browser's rules: the static sets of the package and the dynamic set of the worker. */
import {
  type DnrAction,
  type DnrCondition,
  type ResourceType,
  SUBRESOURCES,
  type UnnumberedRule,
} from './dnr.ts';
import { ownPatternExpression } from './expressions.ts';
import { CHECK_HOST, type Recognition } from './match.ts';
import { PRIORITY, RULE_TIERS, type Ruleset } from './registry.ts';
import type { CompiledList, OwnPattern, Tier } from './types.ts';
import { encodeDashes } from './wrapped.ts';

/** Where a covered page leads. */
export type Destination =
  /** A page of the package, such as `/notice.html?c=US`: without the address. */
  | { kind: 'page'; path: string }
  /** The absolute address of the notice; the covered address follows in the fragment. */
  | { kind: 'address'; url: string }
  /** Without host access a redirect is silently ignored (and shadows lower rules), so the request is blocked. */
  | { kind: 'block' };

export interface RuleOptions {
  destination: Destination;
  /** Firefox does not match `requestDomains` against a host with a trailing dot: there each host is named twice. */
  dotted: boolean;
  /** Safari before 26 has no `initiatorDomains`. */
  initiators: boolean;
}

/** @returns the rules of one static ruleset of the package. */
export function staticRules(ruleset: Ruleset, list: CompiledList, options: RuleOptions): UnnumberedRule[] {
  const rules = new RuleCompiler(options, {
    check: PRIORITY.check,
    list: PRIORITY.list,
    name: PRIORITY.name,
  });
  if (ruleset === 'check') return rules.check();
  if (ruleset === 'names') return rules.names(list);
  const wrapped = /^(.+)-wrapped$/.exec(ruleset);
  return wrapped ? rules.wrapped(list, [wrapped[1] as Tier]) : rules.tiers(list, [ruleset as Tier]);
}

/**
 * @returns the dynamic rules. They repeat the list at a higher priority (with the address, the place and the language in
 *   the destination) and add people's own patterns. When the destination is `block` they stand in for the static sets too.
 */
export function dynamicRules(recognition: Recognition, options: RuleOptions): UnnumberedRule[] {
  const { list, selection, blocked, allowed } = recognition;
  const rules = new RuleCompiler(options, {
    check: PRIORITY.checkWithAddress,
    list: PRIORITY.listWithAddress,
    name: PRIORITY.nameWithAddress,
  });
  const tiers = RULE_TIERS.filter((tier) => selection.tiers.includes(tier));
  return [
    ...rules.check(),
    ...rules.tiers(list, tiers),
    ...(selection.names ? rules.names(list) : []),
    ...(selection.wrappers ? rules.wrapped(list, tiers) : []),
    ...rules.own(blocked.policy, PRIORITY.policyBlocked),
    ...rules.own(blocked.user, PRIORITY.userBlocked),
    ...allowRules(allowed.policy, PRIORITY.policyAllowed, options),
    ...allowRules(allowed.user, PRIORITY.userAllowed, options),
  ];
}

/** @returns a rule that lifts all others for one site in one tab (in every tab where the browser has no `tabIds`). */
export function passRule(
  site: string,
  tabId: number | null,
  options: Pick<RuleOptions, 'dotted'>,
): UnnumberedRule {
  const condition: DnrCondition = {
    requestDomains: domains([site], options.dotted),
    resourceTypes: ['main_frame', ...SUBRESOURCES],
  };
  if (tabId !== null) condition.tabIds = [tabId];
  return { priority: PRIORITY.pass, action: { type: 'allow' }, condition };
}

/** @returns the hosts of the given tiers, in order. */
export function listedHosts(list: CompiledList, tiers: readonly Tier[]): string[] {
  return tiers.flatMap((tier) => list.hosts[tier].split('\n').filter((host) => host !== ''));
}

class RuleCompiler {
  readonly #options: RuleOptions;
  readonly #priority: { check: number; list: number; name: number };

  constructor(options: RuleOptions, priority: { check: number; list: number; name: number }) {
    this.#options = options;
    this.#priority = priority;
  }

  check(): UnnumberedRule[] {
    return this.#hosts([CHECK_HOST], this.#priority.check);
  }

  tiers(list: CompiledList, tiers: readonly Tier[]): UnnumberedRule[] {
    const priority = this.#priority.list;
    return [
      ...this.#hosts(listedHosts(list, tiers), priority),
      ...list.paths
        .filter(({ tier }) => tiers.includes(tier))
        .flatMap(({ host, regex }) => this.#cover(regex, [host], priority)),
      ...list.brands
        .filter(({ tier }) => tiers.includes(tier))
        .flatMap(({ regex }) => this.#cover(regex, null, priority)),
    ];
  }

  names(list: CompiledList): UnnumberedRule[] {
    return [
      // A guess does not reach into frames: nobody would see what was covered there, or could say that it is a mistake.
      ...list.names.flatMap(({ regex }) => this.#cover(regex, null, this.#priority.name).slice(0, 1)),
      ...list.nameExclusions.map((regex) => allow({ regexFilter: regex }, PRIORITY.nameExclusion, FRAMES)),
    ];
  }

  /** Translated copies: the listed host and its `www.`, written with dashes. Other subdomains are the guard's. */
  wrapped(list: CompiledList, tiers: readonly Tier[]): UnnumberedRule[] {
    const inHost = list.wrappers.filter(({ target }) => target === 'host-dashes');
    const hosts = listedHosts(list, tiers).flatMap((host) =>
      inHost.flatMap((wrapper) =>
        [host, `www.${host}`].map((name) => `${encodeDashes(name)}.${wrapper.host}`),
      ),
    );
    return hosts.length === 0 ? [] : this.#cover(null, hosts, this.#priority.list);
  }

  own(patterns: readonly OwnPattern[], priority: number): UnnumberedRule[] {
    const sites = patterns.filter(({ kind }) => kind === 'site').map(({ host }) => host);
    return [
      ...this.#hosts(sites, priority),
      ...patterns.flatMap((pattern) => {
        const expression = ownPatternExpression(pattern);
        return expression === null ? [] : this.#cover(expression, [pattern.host], priority);
      }),
    ];
  }

  #hosts(hosts: readonly string[], priority: number): UnnumberedRule[] {
    if (hosts.length === 0) return [];
    const requestDomains = domains(hosts, this.#options.dotted);
    const rules = [...this.#cover(null, hosts, priority)];
    if (this.#options.initiators) {
      // A site's own service worker may ask the network before the redirect is seen: it gets nothing either.
      rules.push({
        priority,
        action: { type: 'block' },
        condition: { requestDomains, initiatorDomains: requestDomains, resourceTypes: SUBRESOURCES.slice(1) },
      });
    }
    return rules;
  }

  /** Covers the page itself and blocks it in frames. */
  #cover(expression: string | null, hosts: readonly string[] | null, priority: number): UnnumberedRule[] {
    const { destination, dotted } = this.#options;
    const where = {
      ...(hosts && { requestDomains: domains(hosts, dotted) }),
      ...(expression !== null && { regexFilter: expression }),
    };
    const framed: UnnumberedRule = {
      priority,
      action: { type: 'block' },
      condition: { ...where, resourceTypes: ['sub_frame'] },
    };
    const page: DnrCondition = { ...where, resourceTypes: ['main_frame'] };
    if (destination.kind === 'address') page.regexFilter = wholeAddress(expression);
    return [{ priority, action: action(destination), condition: page }, framed];
  }
}

function action(destination: Destination): DnrAction {
  if (destination.kind === 'block') return { type: 'block' };
  if (destination.kind === 'page') return { type: 'redirect', redirect: { extensionPath: destination.path } };
  return { type: 'redirect', redirect: { regexSubstitution: `${destination.url}#\\0` } };
}

/** `\0` is what the expression matched, so it has to match the address to its end. */
function wholeAddress(expression: string | null): string {
  if (expression === null) return '^https?://.*';
  return `${expression}.*`;
}

function allowRules(
  patterns: readonly OwnPattern[],
  priority: number,
  { dotted }: RuleOptions,
): UnnumberedRule[] {
  const sites = patterns.filter(({ kind }) => kind === 'site').map(({ host }) => host);
  const rules = patterns.flatMap((pattern) => {
    const regexFilter = ownPatternExpression(pattern);
    const requestDomains = domains([pattern.host], dotted);
    return regexFilter === null ? [] : [allow({ regexFilter, requestDomains }, priority)];
  });
  return sites.length === 0 ? rules : [allow({ requestDomains: domains(sites, dotted) }, priority), ...rules];
}

/** Where names are looked for: an expression without hosts beside it must not be run on every picture of every page. */
const FRAMES: readonly ResourceType[] = ['main_frame', 'sub_frame'];

function allow(
  where: Partial<DnrCondition>,
  priority: number,
  resourceTypes: readonly ResourceType[] = ['main_frame', ...SUBRESOURCES],
): UnnumberedRule {
  return { priority, action: { type: 'allow' }, condition: { ...where, resourceTypes: [...resourceTypes] } };
}

function domains(hosts: readonly string[], dotted: boolean): string[] {
  return dotted ? hosts.flatMap((host) => [host, `${host}.`]) : [...hosts];
}
