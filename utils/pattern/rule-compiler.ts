/** Turns each kind of entry into the rules that cover it, for one destination and one set of priorities. */

import { allow } from './allow-rules.ts';
import { overAddress } from './covered-address.ts';
import {
  type DnrAction,
  type DnrCondition,
  PARTS,
  type ResourceType,
  type UnnumberedRule,
  WITHIN_A_PAGE,
} from './dnr.ts';
import { customPatternExpression } from './expressions.ts';
import { joinRegexes, packRegexes } from './join-regexes.ts';
import { inParts, listedHosts, requestDomains } from './listed-hosts.ts';
import { CHECK_HOST } from './match.ts';
import { PRIORITY } from './registry.ts';
import type { CompiledList, CompiledRegex, CustomPattern, Tier } from './types.ts';
import { encodeDashes } from './wrapped.ts';

/** Where a covered page leads. */
export type Destination =
  /** A page of the package, such as `/notice/US.en.html`: without the address. */
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
  /**
   * Set where the package's static sets are in effect too. They block a listed page's parts and frames, so these rules only lead
   * pages to the notice.
   */
  pagesOnly?: boolean;
  /** For a file of the package: long lists of hosts are split, so that the file packs well (`inParts`). */
  parted?: boolean;
  /** Set for Safari: WebKit takes no alternatives in an expression, so each is written out, and names are left to the guard. */
  plainExpressions?: boolean;
}

/** Characters of one joined expression for Firefox: enough to make few of them, and short enough to be read in a report. */
const LONGEST_JOINED = 4_000;

/** Where names are looked for: an expression without a condition on hosts must not run on every picture of every page. */
const FRAMES: readonly ResourceType[] = ['main_frame', 'sub_frame'];

/** Compiles one list of rules per kind of entry; all of them share a destination. */
export class RuleCompiler {
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
      ...this.#parts(listedHosts(list, tiers)).flatMap((hosts) => this.#hosts(hosts, priority)),
      ...list.paths
        .filter(({ tier }) => tiers.includes(tier))
        .flatMap(({ host, regex }) => this.#cover(regex, [host], priority)),
      ...byExcludedHosts(list.brands.filter(({ tier }) => tiers.includes(tier))).flatMap(
        ({ regexes, notUnder }) =>
          this.#packed(regexes).flatMap((regex) => this.#cover(regex, null, priority, notUnder)),
      ),
    ];
  }

  names(list: CompiledList): UnnumberedRule[] {
    // Written out they would be more than 10,000 rules, twice what Safari takes at run time.
    if (this.#options.plainExpressions) return [];
    // Name rules do not apply to frames: nobody would see what was covered there, or could say that it is a mistake.
    return this.#packed(regexesOf(list.names)).map((regex) =>
      this.#page(this.#where(regex, null), regex, this.#priority.name),
    );
  }

  /**
   * Rules that lift names, those of the static sets and of the dynamic rules alike. Only the package contains them. `news` is such
   * a word, and an engine's news host contains it: a rule with it leaves search engines out, because it would lift searches too.
   */
  nameExclusions(list: CompiledList): UnnumberedRule[] {
    if (this.#options.plainExpressions) return [];
    const { engines } = list.searches;
    const elsewhere = { excludedRequestDomains: requestDomains(engines, this.#options.dotted) };
    const news = engines.map((engine) => `https://news.${engine}/`);
    return this.#packed(list.nameExclusions).map((regex) => {
      const lifts = new RegExp(regex, 'i');
      const here = news.some((address) => lifts.test(address)) && elsewhere;
      return allow({ regexFilter: regex, ...here }, PRIORITY.nameExclusion, FRAMES);
    });
  }

  /** Translated copies: the listed host and its `www.`, written with dashes. Other subdomains are left to the guard. */
  wrapped(list: CompiledList, tiers: readonly Tier[]): UnnumberedRule[] {
    const inHost = list.wrappers.filter(({ target }) => target === 'host-dashes');
    const hosts = listedHosts(list, tiers).flatMap((host) =>
      inHost.flatMap((wrapper) =>
        [host, `www.${host}`]
          .map(encodeDashes)
          .filter(isLabel)
          .map((name) => `${name}.${wrapper.host}`),
      ),
    );
    return this.#parts(hosts).flatMap((part) => this.#cover(null, part, this.#priority.list));
  }

  own(patterns: readonly CustomPattern[], priority: number): UnnumberedRule[] {
    const sites = patterns.filter(({ kind }) => kind === 'site').map(({ host }) => host);
    return [
      ...this.#hosts(sites, priority),
      ...patterns.flatMap((pattern) => {
        const expression = customPatternExpression(pattern);
        return expression === null ? [] : this.#cover(expression, [pattern.host], priority);
      }),
    ];
  }

  /** @returns as few expressions as the browser takes. Firefox, which names hosts with their dot too, takes expressions of any length. */
  #packed(regexes: readonly string[]): string[] {
    return this.#options.dotted ? joinRegexes(regexes, LONGEST_JOINED) : packRegexes(regexes);
  }

  #parts(hosts: readonly string[]): (readonly string[])[] {
    if (this.#options.parted) return inParts(hosts, this.#options.dotted);
    return hosts.length === 0 ? [] : [hosts];
  }

  #hosts(hosts: readonly string[], priority: number): UnnumberedRule[] {
    if (hosts.length === 0) return [];
    const named = requestDomains(hosts, this.#options.dotted);
    const rules = [...this.#cover(null, hosts, priority)];
    if (this.#options.initiators && !this.#options.pagesOnly) {
      // A site's own service worker may ask the network before the redirect is seen, so its requests are blocked too.
      rules.push({
        priority,
        action: { type: 'block' },
        condition: { requestDomains: named, initiatorDomains: named, resourceTypes: [...PARTS] },
      });
    }
    return rules;
  }

  /** Covers the page itself and blocks it where another page would show or save it; one rule if both are blocks. */
  #cover(
    expression: string | null,
    hosts: readonly string[] | null,
    priority: number,
    notUnder: readonly string[] = [],
  ): UnnumberedRule[] {
    const { destination, pagesOnly } = this.#options;
    const where = this.#where(expression, hosts, notUnder);
    const covered = this.#page(where, expression, priority);
    if (pagesOnly) return [covered];
    const block = (resourceTypes: ResourceType[]): UnnumberedRule => ({
      priority,
      action: { type: 'block' },
      condition: { ...where, resourceTypes },
    });
    if (destination.kind === 'block') return [block(['main_frame', ...WITHIN_A_PAGE])];
    return [covered, block([...WITHIN_A_PAGE])];
  }

  #where(
    expression: string | null,
    hosts: readonly string[] | null,
    notUnder: readonly string[] = [],
  ): Partial<DnrCondition> {
    const { dotted } = this.#options;
    return {
      ...(hosts && { requestDomains: requestDomains(hosts, dotted) }),
      ...(notUnder.length > 0 && { excludedRequestDomains: requestDomains(notUnder, dotted) }),
      ...(expression !== null && { regexFilter: expression }),
    };
  }

  #page(where: Partial<DnrCondition>, expression: string | null, priority: number): UnnumberedRule {
    const { destination } = this.#options;
    const condition: DnrCondition = { ...where, resourceTypes: ['main_frame'] };
    if (destination.kind === 'address') condition.regexFilter = wholeAddress(expression);
    return { priority, action: destinationAction(destination), condition };
  }
}

/** @returns true if a host can have this encoded label. Firefox refuses the whole rule for a label that no host can have. */
function isLabel(encoded: string): boolean {
  return encoded.length <= 63 && !encoded.startsWith('xn--');
}

/** @returns the regexes in groups of those that leave the same hosts alone. */
function byExcludedHosts(
  entries: readonly CompiledRegex[],
): { regexes: string[]; notUnder: readonly string[] }[] {
  const groups = Map.groupBy(entries, ({ notUnder = [] }) => notUnder.join(' '));
  return [...groups.values()].map((group) => ({
    regexes: regexesOf(group),
    notUnder: group[0]?.notUnder ?? [],
  }));
}

function regexesOf(entries: readonly CompiledRegex[]): string[] {
  return entries.map(({ regex }) => regex);
}

/** @returns what a rule does to a page that leads there. */
export function destinationAction(destination: Destination): DnrAction {
  if (destination.kind === 'block') return { type: 'block' };
  if (destination.kind === 'page') return { type: 'redirect', redirect: { extensionPath: destination.path } };
  return { type: 'redirect', redirect: { regexSubstitution: overAddress(destination.url, '\\0') } };
}

/** `\0` is what the expression matched, so the expression has to match the address to its end. */
function wholeAddress(expression: string | null): string {
  if (expression === null) return '^https?://.*';
  return `${expression}.*`;
}
