/** What people write in `data/list`: the entries, before they are compiled. */
import type { Position } from './host-regex.ts';
import type { CompiledWrapper, SiteKind, Tier } from './types.ts';

/** What is known about a site today. `seized` and `defunct` sites stay listed because others take the names over. */
export const STATUSES = ['active', 'unknown', 'seized', 'defunct'] as const;
export type Status = (typeof STATUSES)[number];

/** What every entry carries, whatever it recognizes. */
export interface Provenanced {
  tier: Tier;
  /** Codes from `sources.json`, or citations: an address, `press: …`, `record: …`, `own: …`. */
  sources: string[];
  /** `YYYY-MM-DD`. */
  added: string;
  /** Last day a person looked at this entry, `YYYY-MM-DD`. */
  reviewed: string;
  note?: string;
}

/** A site that is listed with all its subdomains. */
export interface HostEntry extends Provenanced {
  host: string;
  kind: SiteKind;
  status: Status;
}

/** A section of a general site. */
export interface PathEntry extends Provenanced {
  host: string;
  /** Short name of the section; the entry's id is `host#section`. */
  section: string;
  /** Matched from the path of an address on; begins with `/`, ends at a boundary. */
  regex: string;
  kind: SiteKind;
  status: Status;
  /** Addresses this must match, without the scheme. */
  examples: string[];
  /** Addresses on the same site that must stay open. */
  counterExamples: string[];
}

/** A brand that appears under many suffixes: the label right before the public suffix. */
export interface BrandEntry extends Provenanced {
  label: string;
  kind: SiteKind;
  status: Status;
  /** For a brand of ordinary words: it counts only under these suffixes, so that nobody else's site of that name is covered. */
  under?: string[];
  /** Suffixes under which the label is known, or likely, to be somebody else's: `org`, `dev`. */
  notUnder?: string[];
  /** Limits the brand to a section of its sites: name and regex, as in a path entry. */
  section?: string;
  regex?: string;
  examples: string[];
  counterExamples: string[];
}

/** A rule that recognizes typical names; never proof, so the notice says "looks like". */
export interface NameEntry extends Provenanced {
  id: string;
  /** A position in the registrable label, or `section`: the beginning of the path on any host. */
  at: Position | 'section';
  /** Regex fragments: one of `any` (or of the places), after `lead` and before `tail` if they are given. */
  lead?: string;
  any: string[];
  /** Groups of `places.jsonl` whose names count like those in `any`; `all` means every group. */
  places?: string[];
  /** True if anything may follow the place: places are cut at their bar, and those without one need a boundary after them. */
  cut?: true;
  /** Places with one of these endings are left out, because another rule covers all places that end like this. */
  notEnding?: string[];
  tail?: string;
  /** The rule counts only under one of these suffixes. */
  under?: string[];
  /** Why these words are specific enough. */
  reason: string;
  examples: string[];
  counterExamples: string[];
}

/** A group of place names that name rules may use, as they occur in host names. */
export interface PlaceGroup {
  id: string;
  title: string;
  /**
   * Lower case ASCII; a space matches a hyphen or nothing (`new york`: `new-york`, `newyork`). The part after a bar may be left
   * off (`lond|on`), because no common word begins with what remains. Places without a bar are ordinary words too, or begin
   * like one.
   */
  names: string[];
  sources: string[];
  added: string;
  reviewed: string;
}

/** Words in a registrable label that lift every name rule, or hosts on which no name rule counts. */
export interface ExclusionEntry {
  id: string;
  /** `carried`: three labels or more follow the one with the words, so the name is another site's subdomain. */
  at: Position | 'host' | 'carried';
  lead?: string;
  any: string[];
  tail?: string;
  /** Lifts only under one of these suffixes. */
  under?: string[];
  reason: string;
  /** Hosts that this lets through. */
  examples: string[];
  added: string;
  reviewed: string;
}

/** A host that shows other sites' pages. */
export interface WrapperEntry extends Provenanced, Omit<CompiledWrapper, 'id' | 'tier'> {
  /** A wrapped address, and what is inside. */
  examples: { address: string; inside: string }[];
  counterExamples: string[];
}

/** What an engine can search besides the web. */
export const ENGINE_TABS = ['images', 'videos', 'news', 'maps', 'shopping'] as const;
export type EngineTab = (typeof ENGINE_TABS)[number];

/** A search engine, and where its addresses contain the words of a search. */
export interface EngineEntry {
  id: string;
  /** As people call it. */
  name: string;
  hosts: string[];
  /** The paths at which its search pages begin, and the parameters that contain the words. Examples are made from these. */
  paths: string[];
  keys: string[];
  /** How a new search changes the address without a new page: by the query, or not at all. */
  inPage: 'query' | 'none';
  /** Its pages that write the words after `#`, as `host/path`: `www.baidu.com/`. */
  fragments?: string[];
  /** Subdomains of its hosts that are not for searching. */
  services: string[];
  /** Parts of addresses in which the words are not a search, such as `/url?`. */
  links: string[];
  sources: string[];
  /** Addresses with `WORDS` where the words are: searches, and others that must stay open. */
  examples: string[];
  /** The same for other things it searches (pictures, news, maps and the like), each by parameters or a path of its own. */
  tabs?: Partial<Record<EngineTab, string[]>>;
  counterExamples: string[];
  added: string;
  reviewed: string;
}

/** Searches that show the wish to buy, and not just an interest in the subject. */
export interface SearchEntry {
  id: string;
  /** The language people ask in, `any` for names of sites. */
  language: string;
  /** Phrases in the form of `search-filter.ts`. */
  any: string[];
  /** Words of the trade: each phrase contains at least one. The worker is woken for searches that contain one. */
  tells: string[];
  reason: string;
  /** Words that are covered, and words that must not be. */
  examples: string[];
  counterExamples: string[];
  added: string;
  reviewed: string;
}

/** Words that make any search an innocent one. */
export interface SearchExclusionEntry {
  id: string;
  any: string[];
  reason: string;
  /** Searches that this lets through. */
  examples: string[];
  added: string;
  reviewed: string;
}

/** All of `data/list`, read and validated. */
export interface ListEntries {
  hosts: HostEntry[];
  paths: PathEntry[];
  brands: BrandEntry[];
  names: NameEntry[];
  places: PlaceGroup[];
  exclusions: ExclusionEntry[];
  wrappers: WrapperEntry[];
  engines: EngineEntry[];
  searches: SearchEntry[];
  searchExclusions: SearchExclusionEntry[];
}
