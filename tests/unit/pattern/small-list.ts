/** Makes small compiled lists for tests of the matcher and the rules, with the real compiler. */
import { compileList } from '../../../utils/pattern/compile.ts';
import type {
  BrandEntry,
  ExclusionEntry,
  ListEntries,
  NameEntry,
  PathEntry,
  WrapperEntry,
} from '../../../utils/pattern/entry.ts';
import type { CompiledList, Tier } from '../../../utils/pattern/types.ts';

const PROOF = { sources: ['own: test'], added: '2026-01-01', reviewed: '2026-01-02' };
const SITE = { ...PROOF, kind: 'buyer-forum', status: 'active', examples: [], counterExamples: [] } as const;
const RULE = { ...PROOF, reason: 'a test', examples: [], counterExamples: [] };

/** Entries with only the fields that a test needs. The tier is `core` by default. */
export interface SmallEntries {
  hosts?: Partial<Record<Tier, readonly string[]>>;
  paths?: readonly ({ host: string; regex: string } & Partial<PathEntry>)[];
  brands?: readonly ({ label: string } & Partial<BrandEntry>)[];
  names?: readonly ({ any: string[] } & Partial<NameEntry>)[];
  exclusions?: readonly ({ any: string[] } & Partial<ExclusionEntry>)[];
  engines?: ListEntries['engines'];
  searches?: ListEntries['searches'];
  searchExclusions?: ListEntries['searchExclusions'];
  wrappers?: readonly ({ host: string; target: WrapperEntry['target'] } & Partial<WrapperEntry>)[];
}

/** @returns complete entries, as in `data/list`. */
export function smallEntries(entries: SmallEntries): ListEntries {
  const hosts = Object.entries(entries.hosts ?? {}).flatMap(([tier, names]) =>
    names.map((host) => ({ ...PROOF, host, tier: tier as Tier, kind: SITE.kind, status: SITE.status })),
  );
  const site = { ...SITE, examples: [], counterExamples: [], tier: 'core' as const };
  return {
    hosts,
    paths: (entries.paths ?? []).map((path) => ({ ...site, section: 'section', ...path })),
    brands: (entries.brands ?? []).map((brand) => ({ ...site, ...brand })),
    names: (entries.names ?? []).map((name) => ({ ...RULE, id: 'name', at: 'whole', tier: 'core', ...name })),
    places: [],
    exclusions: (entries.exclusions ?? []).map((one) => ({ ...RULE, id: 'not', at: 'whole', ...one })),
    wrappers: (entries.wrappers ?? []).map((one) => ({ ...RULE, tier: 'core', ...one, examples: [] })),
    engines: entries.engines ?? [],
    searches: entries.searches ?? [],
    searchExclusions: entries.searchExclusions ?? [],
  };
}

export function smallList(entries: SmallEntries): CompiledList {
  return compileList(smallEntries(entries));
}
