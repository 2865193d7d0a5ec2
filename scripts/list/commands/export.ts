/** `list export`: the hosts of the list for DNS filters and content blockers. */
import { writeFileSync } from 'node:fs';
import { compileList } from '../../../utils/pattern/compile.ts';
import { DEFAULT_TIERS, TIERS, type Tier } from '../../../utils/pattern/types.ts';
import { type Command, misuse } from '../command.ts';
import { readList } from '../read.ts';

/** Each line of a format, and how it writes a comment. */
const FORMATS: Record<string, { comment: string; line: (host: string) => string }> = {
  domains: { comment: '#', line: (host) => host },
  hosts: { comment: '#', line: (host) => `0.0.0.0 ${host}\n0.0.0.0 www.${host}` },
  adblock: { comment: '!', line: (host) => `||${host}^` },
};

export const exportList: Command = {
  usage:
    'export [--format domains|hosts|adblock] [--tiers core,extended] [--out FILE]   for DNS filters and blockers',
  options: ['format', 'tiers', 'out'],
  run({ folder, options, positionals }) {
    const format = FORMATS[options.format ?? 'domains'];
    if (!format) return misuse(`--format takes ${Object.keys(FORMATS).join(', ')}.`, exportList);
    const tiers = options.tiers?.split(',') ?? [...DEFAULT_TIERS];
    const wrong = tiers.find((tier) => !TIERS.includes(tier as Tier));
    if (wrong !== undefined)
      return misuse(`There is no tier "${wrong}"; there are ${TIERS.join(', ')}.`, exportList);
    if (positionals.length > 0) return misuse(`"${positionals[0]}" was not expected.`, exportList);
    const compiled = compileList(readList(folder));
    const hosts = tiers
      .flatMap((tier) => compiled.hosts[tier as Tier].split('\n').filter((host) => host !== ''))
      .sort();
    const header = [
      `Second Thought, hosts of ${tiers.join(' and ')}, list of ${compiled.version}: ${hosts.length} sites with their subdomains.`,
      'Sections of general sites, brands under other suffixes and name rules cannot be written in this format.',
    ];
    const lines = [...header.map((line) => `${format.comment} ${line}`), ...hosts.map(format.line)];
    const text = `${lines.join('\n')}\n`;
    if (options.out === undefined)
      return { code: 0, text, data: { version: compiled.version, tiers, hosts } };
    writeFileSync(options.out, text);
    const done = `${hosts.length} hosts written to ${options.out}.`;
    return {
      code: 0,
      text: done,
      data: { version: compiled.version, tiers, hosts: hosts.length, out: options.out },
    };
  },
};
