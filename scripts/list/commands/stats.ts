/** `list stats`: counts the entries of the list by tier, kind and status. */
import { compileList } from '../../../utils/pattern/compile.ts';
import { TIERS } from '../../../utils/pattern/types.ts';
import type { Command } from '../command.ts';
import { parseList } from '../parse.ts';

export const stats: Command = {
  usage: 'stats                      counts by tier, kind and status, and what the compiled list costs',
  options: [],
  run({ folder }) {
    const { entries, refused } = parseList(folder);
    const compiled = compileList(entries);
    const data = {
      version: compiled.version,
      hosts: entries.hosts.length,
      byTier: count(
        entries.hosts.map(({ tier }) => tier),
        TIERS,
      ),
      byKind: count(entries.hosts.map(({ kind }) => kind)),
      byStatus: count(entries.hosts.map(({ status }) => status)),
      sections: entries.paths.length,
      brands: entries.brands.length,
      nameRules: entries.names.length,
      nameExclusions: entries.exclusions.length,
      wrappers: entries.wrappers.length,
      refused: refused.length,
      regexes:
        compiled.paths.length +
        compiled.brands.length +
        compiled.names.length +
        compiled.nameExclusions.length,
      compiledBytes: Buffer.byteLength(JSON.stringify(compiled)),
    };
    const text = Object.entries(data)
      .map(([key, value]) => `${key.padEnd(15)} ${typeof value === 'object' ? list(value) : value}`)
      .join('\n');
    return { code: 0, text, data };
  },
};

function count(
  values: readonly string[],
  keys: readonly string[] = [...new Set(values)].sort(),
): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length]));
}

function list(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
}
