/** `list export`: writes the list for DNS filters and content blockers, as far as each format can express it. */
import { compileList } from '../../../utils/pattern/compile.ts';
import type { BrandEntry, ListEntries } from '../../../utils/pattern/entry.ts';
import { CHECK_HOST } from '../../../utils/pattern/match.ts';
import { DEFAULT_TIERS, TIERS, type Tier } from '../../../utils/pattern/types.ts';
import { misuse, writeNamedFile } from '../../command-line.ts';
import type { Command } from '../command.ts';
import { readList } from '../read.ts';

/** What every format has at the top of its file. */
interface Head {
  title: string;
  version: string;
  about: string[];
}

interface Format {
  head(head: Head): string[];
  host(host: string): string[];
  /** What is written of each site, if not all of its subdomains. */
  extent?: string;
  /** Brands under every suffix, and sections, if the format can express them. */
  patterns?(entries: ListEntries, tiers: readonly Tier[]): string[];
}

const commented =
  (sign: string) =>
  ({ title, version, about }: Head): string[] =>
    [`${title}, list of ${version}`, 'License: MIT', ...about].map((line) => `${sign} ${line}`);

const FORMATS: Record<string, Format> = {
  domains: { head: commented('#'), host: (host) => [host] },
  hosts: {
    head: commented('#'),
    host: (host) => [`0.0.0.0 ${host}`, `0.0.0.0 www.${host}`],
    extent: 'with and without www; their other subdomains cannot be written in this format',
  },
  adblock: {
    head: ({ title, version, about }) => [
      '[Adblock Plus 2.0]',
      `! Title: ${title}`,
      `! Version: ${version.replaceAll('-', '')}`,
      '! Expires: 7 days',
      '! License: MIT',
      ...about.map((line) => `! ${line}`),
    ],
    host: (host) => [`||${host}^`],
    patterns: adblockPatterns,
  },
  dnsmasq: { head: commented('#'), host: (host) => [`local=/${host}/`] },
  rpz: {
    head: ({ title, version, about }) => [
      ...commented(';')({ title, version, about }),
      '$TTL 3600',
      `@ SOA localhost. root.localhost. ${version.replaceAll('-', '')}00 86400 3600 604800 3600`,
      '@ NS localhost.',
    ],
    host: (host) => [`${host} CNAME .`, `*.${host} CNAME .`],
  },
};

export const exportList: Command = {
  usage: `export [--format ${Object.keys(FORMATS).join('|')}] [--tiers core,extended] [--out FILE]   for DNS filters and blockers`,
  options: ['format', 'tiers', 'out'],
  run({ folder, options }) {
    const name = options.format ?? 'domains';
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (!format) return misuse(`--format takes ${Object.keys(FORMATS).join(', ')}.`);
    const tiers = options.tiers?.split(',') ?? [...DEFAULT_TIERS];
    const wrong = tiers.find((tier) => !TIERS.includes(tier as Tier));
    if (wrong !== undefined) return misuse(`There is no tier "${wrong}"; there are ${TIERS.join(', ')}.`);
    const entries = readList(folder);
    const compiled = compileList(entries);
    const hosts = tiers
      .flatMap((tier) => compiled.hosts[tier as Tier].split('\n').filter((host) => host !== ''))
      // Leaves out the check address, which is only for testing this extension.
      .filter((host) => host !== CHECK_HOST)
      .sort();
    const patterns = format.patterns?.(entries, tiers as Tier[]) ?? [];
    const head = format.head({
      title: `Second Thought, ${tiers.join(' and ')}`,
      version: compiled.version,
      about: [
        `${hosts.length} sites ${format.extent ?? 'with their subdomains'}${patterns.length > 0 ? `, and ${patterns.length} rules for brands and sections` : ''}.`,
        format.patterns
          ? 'Name rules, which only guess, are left out.'
          : 'Sections of general sites, brands under other suffixes and name rules cannot be written in this format.',
      ],
    });
    const lines = [...head, ...hosts.flatMap(format.host), ...patterns];
    const text = `${lines.join('\n')}\n`;
    if (options.out === undefined)
      return { code: 0, text, data: { version: compiled.version, tiers, hosts, patterns } };
    writeNamedFile(options.out, text);
    return {
      code: 0,
      text: `${hosts.length} hosts and ${patterns.length} other rules written to ${options.out}.`,
      data: {
        version: compiled.version,
        tiers,
        hosts: hosts.length,
        patterns: patterns.length,
        out: options.out,
      },
    };
  },
};

/**
 * Writes a brand as `||label.*^`, with an exception for each suffix under which the name is not the brand's, and a section as the
 * regex of the browser's rules, between slashes.
 */
function adblockPatterns({ brands, hosts, paths }: ListEntries, tiers: readonly Tier[]): string[] {
  const on = ({ tier }: { tier: Tier }) => tiers.includes(tier);
  const listed = new Set(hosts.filter(on).map(({ host }) => host));
  const whole = ({ label, under, notUnder = [] }: BrandEntry) => {
    if (under) return under.map((suffix) => `||${label}.${suffix}^`);
    // An exception wins over every rule, so a host that is itself listed gets none.
    const open = notUnder.map((suffix) => `${label}.${suffix}`).filter((host) => !listed.has(host));
    return [`||${label}.*^`, ...open.map((host) => `@@||${host}^`)];
  };
  const kept = {
    hosts: [],
    names: [],
    places: [],
    exclusions: [],
    wrappers: [],
    engines: [],
    searches: [],
    searchExclusions: [],
  };
  const sections = compileList({
    ...kept,
    paths: paths.filter(on),
    brands: brands.filter((brand) => on(brand) && brand.regex !== undefined),
  });
  return [
    ...brands.filter((brand) => on(brand) && brand.regex === undefined).flatMap(whole),
    ...sections.paths.map(({ host, regex }) => `/${escaped(regex)}/$document,domain=${host}`),
    ...sections.brands.map(({ regex }) => `/${escaped(regex)}/$document`),
  ];
}

/** Escapes slashes, which would end the regex. */
function escaped(regex: string): string {
  return regex.replace(/(?<!\\)\//g, '\\/');
}
