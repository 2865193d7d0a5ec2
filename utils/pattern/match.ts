/** The one matcher: decides what an address is, exactly as the browser's own rules do. */
import { type Address, hostAndParents, isWithin, parseAddress } from './address.ts';
import { customPatternExpression } from './expressions.ts';
import { includesHost } from './listed-hosts.ts';
import { matchSearch } from './match-search.ts';
import { requiredText } from './required-text.ts';
import type { CompiledList, CustomPattern, ListSelection, Match } from './types.ts';
import { unwrap } from './wrapped.ts';

/** Always recognized, whatever is switched off, so that anyone can see that an installation works. Needs no network. */
export const CHECK_HOST = 'check.second-thought.test';

/** Everything that decides about an address. */
export interface Recognition {
  list: CompiledList;
  selection: ListSelection;
  blocked: { policy: readonly CustomPattern[]; user: readonly CustomPattern[] };
  allowed: { policy: readonly CustomPattern[]; user: readonly CustomPattern[] };
}

/**
 * @param url - any string.
 * @returns why this address is covered, or null if it is not. The order is that of the rules' priorities (`registry.ts`).
 */
export function match(url: string, recognition: Recognition): Match | null {
  const address = parseAddress(url);
  if (!address) return null;
  if (isWithin(address.host, CHECK_HOST)) return listMatch('host', CHECK_HOST, CHECK_HOST);
  const { blocked, allowed } = recognition;
  return (
    matchCustom(address, blocked.policy, 'policy') ??
    matchCustom(address, blocked.user, 'user') ??
    (isAllowed(address, allowed)
      ? null
      : (matchList(address, recognition) ??
        (recognition.selection.searches
          ? matchSearch(address, recognition.list.searches, new URL(url).hash)
          : null)))
  );
}

/** @returns the first of a person's patterns that covers the address. */
export function matchCustom(
  address: Address,
  patterns: readonly CustomPattern[],
  by: 'policy' | 'user',
): Match | null {
  const found = patterns.find((pattern) => covers(pattern, address));
  return found ? { kind: 'own', by, id: found.text, site: found.host } : null;
}

function covers(pattern: CustomPattern, address: Address): boolean {
  if (pattern.kind === 'exact') return address.host === pattern.host;
  if (!isWithin(address.host, pattern.host)) return false;
  const expression = customPatternExpression(pattern);
  return expression === null || test(expression, address.href);
}

function isAllowed(address: Address, allowed: Recognition['allowed']): boolean {
  return (
    matchCustom(address, allowed.policy, 'policy') !== null ||
    matchCustom(address, allowed.user, 'user') !== null
  );
}

/** Listed sites come before name rules, also inside a wrapper, as in the rules' priorities. */
function matchList(address: Address, { list, selection }: Recognition): Match | null {
  const layers = selection.wrappers ? [...unwrap(address, list.wrappers, selection.tiers)] : [];
  const inside = (find: typeof matchEntries): Match | null => {
    for (const { address: inner, id } of layers) {
      const found = find(inner, list, selection);
      if (found) return { ...found, kind: 'wrapper', wrapper: id, site: address.host };
    }
    return null;
  };
  return (
    matchEntries(address, list, selection) ??
    inside(matchEntries) ??
    matchName(address, list, selection) ??
    inside(matchName)
  );
}

/** Hosts, sections and brands: sites that the list names explicitly. */
function matchEntries(address: Address, list: CompiledList, selection: ListSelection): Match | null {
  for (const tier of selection.tiers) {
    for (const host of hostAndParents(address.host)) {
      if (includesHost(list.hosts[tier], host)) return { ...listMatch('host', host, host), tier };
    }
  }
  for (const { id, tier, host, regex } of list.paths) {
    if (selection.tiers.includes(tier) && isWithin(address.host, host) && test(regex, address.href)) {
      return { ...listMatch('path', id, host), tier };
    }
  }
  for (const { id, tier, regex, notUnder = [] } of list.brands) {
    const elsewhere = notUnder.some((suffix) => isWithin(address.host, suffix));
    if (selection.tiers.includes(tier) && !elsewhere && test(regex, address.href))
      return { ...listMatch('brand', id, address.host), tier };
  }
  return null;
}

function matchName(address: Address, list: CompiledList, { names }: ListSelection): Match | null {
  if (!names) return null;
  const found = list.names.find(({ regex }) => test(regex, address.href));
  if (!found || list.nameExclusions.some((regex) => test(regex, address.href))) return null;
  return { ...listMatch('name', found.id, address.host), tier: found.tier };
}

function listMatch(kind: Match['kind'], id: string, site: string): Match {
  return { kind, by: 'list', id, site };
}

const expressions = new Map<string, { needs: string; regex: RegExp }>();

/** Compiles each expression once; they all come from the list, so the cache stays small. */
function test(source: string, href: string): boolean {
  let expression = expressions.get(source);
  if (!expression) {
    expression = { needs: requiredText(source), regex: new RegExp(source, 'i') };
    expressions.set(source, expression);
  }
  return lowerCase(href).includes(expression.needs) && expression.regex.test(href);
}

let lowered = { href: '', text: '' };

/** Rewrites each address only once, because hundreds of expressions are tested on it and it may be long. */
function lowerCase(href: string): string {
  if (lowered.href !== href) lowered = { href, text: href.toLowerCase() };
  return lowered.text;
}
