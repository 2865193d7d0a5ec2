/** The vocabulary of the list: what an entry is, and what it becomes once compiled. */

/** How good the evidence for an entry is, and therefore whether it is on by default. `docs/list-policy.md` says what each needs. */
export const TIERS = ['core', 'extended', 'broad', 'archives'] as const;
export type Tier = (typeof TIERS)[number];

/** Tiers that are on until a person or a policy says otherwise. */
export const DEFAULT_TIERS: readonly Tier[] = ['core', 'extended'];

/** What a listed site is. */
export const SITE_KINDS = [
  'escort-directory',
  'massage-review',
  'buyer-forum',
  'classifieds-adult-section',
  'sugar-for-pay',
  'check-address',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** How an entry is recognized. */
export type PatternKind = 'host' | 'path' | 'brand' | 'name' | 'wrapper' | 'search';

/** A section of a general site: `regex` is matched from the scheme of an address on, ignoring case. */
export interface CompiledPath {
  id: string;
  tier: Tier;
  /** Registrable domain (or host) that has the section; subdomains count. */
  host: string;
  /** In the common subset of RE2 and JavaScript, anchored at the start: scheme, authority, then the section. */
  regex: string;
}

/** A set of addresses recognized by one regular expression over the whole host: brand labels, name tokens. */
export interface CompiledRegex {
  id: string;
  tier: Tier;
  regex: string;
  /** Hosts below one of these are left alone: public suffixes. */
  notUnder?: string[];
}

/** A host that shows other sites' pages: a translator, a reader, a cache, an archive. */
export interface CompiledWrapper {
  id: string;
  tier: Tier;
  /** Host of the wrapper; subdomains count. */
  host: string;
  /** True if `host` has no suffix, and counts under the suffix of any country. */
  anySuffix?: true;
  /** Where the wrapped address is. */
  target: 'host-dashes' | 'path' | 'query' | 'whole-query';
  /** For `query`: the parameter that contains the address. For `path`: a regex whose rest is the address. */
  key?: string;
  /** For queries: what the path begins with. */
  path?: string;
}

/** Searches to cover, as phrases of `search-filter.ts`. */
export interface CompiledSearches {
  /** Hosts of search engines; subdomains count. */
  engines: string[];
  /** Subdomains of those that are not for searching the web: mail, a person's own maps, research. */
  services: string[];
  /** Parts of an engine's address that show that the words are not a search, such as a link that leads to a result. */
  links: string[];
  phrases: { id: string; any: string[] }[];
  /** Pages of engines (`host/path`) that write the words after `#`, where no request and no rule sees them. */
  fragments: string[];
  /** Phrases that lift the ones above. */
  exclusions: string[];
  /** One expression for the worker's filter: an engine's name in the host, and a word that is in each phrase. */
  woken: string;
}

/** The list as the build compiles it: plain strings, so that a worker can start without parsing anything. */
export interface CompiledList {
  /** Date of the newest review in the list (ISO, `YYYY-MM-DD`): the list's version. */
  version: string;
  /** Per tier, sorted hosts between line feeds: `"\na.example\nb.example\n"`. Subdomains count. */
  hosts: Record<Tier, string>;
  paths: CompiledPath[];
  brands: CompiledRegex[];
  names: CompiledRegex[];
  /** A host that one of these matches is never covered by a name rule. */
  nameExclusions: string[];
  wrappers: CompiledWrapper[];
  searches: CompiledSearches;
  /**
   * Every host that a brand or name covers contains one of these texts, except for hosts that only `joinedNames` match. Navigation
   * filters look for the texts: they find some more hosts than the names do, and cost a browser far less than expressions.
   */
  nameTexts: string[];
  /** The brands and names for which no text is long enough, joined, because a few expressions are cheaper than many. */
  joinedNames: string[];
}

/** Which parts of the list count: decided by policy, then the user, then the defaults. */
export interface ListSelection {
  tiers: readonly Tier[];
  names: boolean;
  wrappers: boolean;
  /** Off unless a person or a policy turns it on. */
  searches: boolean;
}

/** A pattern a person wrote: `example.com`, `=exact.example.com`, and sections that end in a star. */
export interface CustomPattern {
  kind: 'site' | 'exact' | 'path';
  /** ASCII, lower case, no trailing dot. */
  host: string;
  /** Only for `path`: begins with `/`; `*` stands for any run of characters. */
  path?: string;
  /** As the person wrote it, trimmed. */
  text: string;
}

/** What matched an address, and how far a pass for it reaches. */
export interface Match {
  kind: PatternKind | 'own';
  /** Who listed it. */
  by: 'list' | 'user' | 'policy';
  /** Entry id: the host, `host#section`, a brand, a name rule, or the person's pattern text. */
  id: string;
  tier?: Tier;
  /** The host a pass is for: the listed host, or the address's own host for names and brands. */
  site: string;
  /** The wrapper that carried the address, if one did. */
  wrapper?: string;
}
