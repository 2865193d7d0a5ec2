/** `list explain`: says which entry covers an address, on what evidence, and what would uncover it; or why nothing covers it. */
import { getDomainWithoutSuffix } from 'tldts';
import { isWithin, parseAddress } from '../../../utils/pattern/address.ts';
import { brandId, compileList, pathId, wrapperId } from '../../../utils/pattern/compile.ts';
import type { ListEntries, Provenanced } from '../../../utils/pattern/entry.ts';
import { match } from '../../../utils/pattern/match.ts';
import {
  type CompiledList,
  DEFAULT_TIERS,
  type ListSelection,
  type Match,
  TIERS,
  type Tier,
} from '../../../utils/pattern/types.ts';
import { isWrapperHost } from '../../../utils/pattern/wrapped.ts';
import { defaultOf } from '../../../utils/policy/setting-descriptions.ts';
import { misuse } from '../../command-line.ts';
import type { Command, Outcome } from '../command.ts';
import { type ParsedList, parseList } from '../parse.ts';

const NOBODY = { policy: [], user: [] };
const EVERYTHING: ListSelection = { tiers: TIERS, names: true, wrappers: true, searches: true };
/** The selection with default settings. */
const BY_DEFAULT: ListSelection = {
  tiers: DEFAULT_TIERS,
  names: defaultOf('recognizeNames'),
  wrappers: defaultOf('recognizeWrappers'),
  searches: defaultOf('recognizeSearches'),
};

export const explain: Command = {
  usage:
    'explain ADDRESS            which entry covers it, why, and what would open it (exit code 1: none does)',
  options: [],
  mostPositionals: 1,
  run(input) {
    const [text] = input.positionals;
    if (text === undefined) return misuse('One address is needed.');
    const url = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
    const address = parseAddress(url);
    if (!address) return misuse(`"${text}" is not an http or https address.`);
    const list = parseList(input.folder);
    const compiled = compileList(list.entries);
    const known = (selection: ListSelection) =>
      match(url, { list: compiled, selection, blocked: NOBODY, allowed: NOBODY });
    const found = known(EVERYTHING);
    return found ? covered(url, found, known(BY_DEFAULT), list) : open(url, address.host, list, compiled);
  },
};

/** @param fallback - what covers the address with default settings: another rule, the same one, or nothing. */
function covered(url: string, found: Match, fallback: Match | null, list: ParsedList): Outcome {
  const entry = findEntry(found, list.entries);
  const place = entry && list.places.get(entry);
  const sources = (entry?.sources ?? []).map((code) => ({
    source: code,
    title: list.sources[code]?.title ?? null,
  }));
  const site = found.wrapper ? new URL(url).hostname : found.site;
  const wrapper = list.entries.wrappers.find((entry) => wrapperId(entry) === found.wrapper);
  const other = fallback && fallback.id !== found.id ? fallback : null;
  const data = {
    url,
    covered: true,
    ...found,
    onByDefault: fallback !== null,
    fallback: other && { kind: other.kind, id: other.id, tier: other.tier },
    wrapperTier: wrapper?.tier ?? null,
    file: place ? `data/list/${place.file}:${place.line}` : null,
    what: entry ? whatItIs(entry) : null,
    refused: refusal(site, list),
    reviewed: entry?.reviewed ?? null,
    note: entry?.note ?? null,
    sources,
    exempt: exemptions(found, site),
  };
  const lines = [
    `${url} is covered by ${found.kind} "${found.id}"${found.wrapper ? ` inside ${found.wrapper}` : ''}.`,
    ...(data.what ? [`  because   ${data.what}`] : []),
    `  tier      ${found.kind === 'search' ? 'none: searches count where recognizeSearches is on (off by default)' : tierText(found.tier)}`,
    ...(wrapper ? [`  wrapper   ${wrapperId(wrapper)}, tier ${tierText(wrapper.tier)}`] : []),
    ...(other
      ? [`  else      ${other.kind} "${other.id}", tier ${tierText(other.tier)}, covers it by default`]
      : []),
    ...(place ? [`  entry     ${data.file}, reviewed ${data.reviewed}`] : []),
    ...(data.note ? [`  note      ${data.note}`] : []),
    ...(data.refused ? [`  but       ${data.refused}`] : []),
    ...sources.map(({ source, title }) => `  source    ${title ? `${source}: ${title}` : source}`),
    ...data.exempt.map((way) => `  opens it  ${way}`),
  ];
  return { code: 0, text: lines.join('\n'), data };
}

function tierText(tier: Tier | undefined): string {
  if (tier === undefined) return 'always';
  return DEFAULT_TIERS.includes(tier) ? tier : `${tier} (off by default)`;
}

function open(url: string, host: string, list: ParsedList, compiled: CompiledList): Outcome {
  const refused = refusal(host, list);
  const reasons = [...(refused ? [refused] : []), ...partsOf(host, list.entries)];
  const bare = { ...compiled, nameExclusions: [] };
  const guess = match(url, { list: bare, selection: EVERYTHING, blocked: NOBODY, allowed: NOBODY });
  if (guess) {
    const lifted = list.entries.exclusions.filter((entry) => {
      const { nameExclusions } = compileList({ ...list.entries, exclusions: [entry] });
      return (
        match(url, {
          list: { ...compiled, nameExclusions },
          selection: EVERYTHING,
          blocked: NOBODY,
          allowed: NOBODY,
        }) === null
      );
    });
    const ids = lifted.map((entry) => `"${entry.id}" (${entry.reason})`).join(', ');
    reasons.push(`name rule "${guess.id}" knows it, but is lifted by exclusion ${ids}`);
  }
  const text = [
    `${url} is not covered by anything in the list.`,
    ...reasons.map((reason) => `  ${reason}`),
  ].join('\n');
  return { code: 1, text, data: { url, covered: false, reasons } };
}

/** @returns what an entry says about the site, or why a rule takes the name for a listed site. */
function whatItIs(entry: object): string | null {
  if ('reason' in entry) return String(entry.reason);
  return 'kind' in entry && 'status' in entry ? `${entry.kind}, ${entry.status}` : null;
}

/** @returns why this site, or the site it belongs to, was reviewed and not listed. */
function refusal(host: string, { refused }: ParsedList): string | null {
  const entry = refused.find((one) => isWithin(host, one.host));
  return entry ? `${entry.host} was refused (${entry.reason}): ${entry.note}` : null;
}

/** @returns what the list covers on a host that it does not cover as a whole. */
function partsOf(host: string, { paths, brands, wrappers }: ListEntries): string[] {
  const label = getDomainWithoutSuffix(host, { allowPrivateDomains: true });
  const sections = paths
    .filter((entry) => isWithin(host, entry.host))
    .map((entry) => `only a section of it is covered: ${pathId(entry)}, such as ${entry.examples[0]}`);
  const branded = brands
    .filter((entry) => entry.label === label && (entry.section ?? entry.under) !== undefined)
    .map((entry) =>
      entry.under
        ? `brand "${brandId(entry)}" counts only under ${entry.under.map((suffix) => `.${suffix}`).join(', ')}`
        : `only a section of the brand is covered: ${brandId(entry)}, such as ${entry.examples[0]}`,
    );
  const copies = wrappers
    .filter((entry) => isWrapperHost(host, { ...entry, id: wrapperId(entry) }))
    .map(
      (entry) =>
        `it shows other sites: covered with a listed address inside, such as ${entry.examples[0]?.address}`,
    );
  return [...sections, ...branded, ...copies];
}

/** Finds the entry of a match. Entries of searches have no sources, because their words are the evidence. */
function findEntry(found: Match, entries: ListEntries): (Partial<Provenanced> & object) | undefined {
  if (found.kind === 'search') return entries.searches.find(({ id }) => id === found.id);
  return (
    entries.hosts.find((entry) => entry.host === found.id) ??
    entries.paths.find((entry) => pathId(entry) === found.id) ??
    entries.brands.find((entry) => brandId(entry) === found.id) ??
    entries.names.find((entry) => entry.id === found.id)
  );
}

function exemptions(found: Match, site: string): string[] {
  const ways = [`the exemption "${site}" (by policy, or by the user where that is allowed)`];
  if (found.kind === 'name') ways.push('recognizeNames switched off');
  if (found.kind === 'search') ways.push('recognizeSearches switched off');
  if (found.wrapper) ways.push('recognizeWrappers switched off');
  if (found.tier && found.kind !== 'name') ways.push(`the tier "${found.tier}" switched off`);
  return ways;
}
