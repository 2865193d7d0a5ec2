/** `list add`: puts a host where it belongs, and takes it back if the list would not pass. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STATUSES } from '../../../utils/pattern/entry.ts';
import { SITE_KINDS, TIERS } from '../../../utils/pattern/types.ts';
import { type Command, misuse } from '../command.ts';
import { fileForHost, hostFiles } from '../files.ts';
import { lintList } from '../lint.ts';
import { formatProblem, parseList } from '../parse.ts';

export const add: Command = {
  usage: `add HOST --kind KIND --sources W,B,https://… [--tier extended] [--status unknown] [--note TEXT]
                                   kinds: ${SITE_KINDS.join(', ')}`,
  options: ['kind', 'tier', 'status', 'sources', 'note'],
  run({ folder, positionals, options, today }) {
    const [host] = positionals;
    if (host === undefined || positionals.length > 1) return misuse('One host is needed.', add);
    const { kind, sources, note, tier = 'extended', status = 'unknown' } = options;
    if (!isOneOf(kind, SITE_KINDS)) return misuse(`--kind takes ${SITE_KINDS.join(', ')}.`, add);
    if (!isOneOf(tier, TIERS)) return misuse(`--tier takes ${TIERS.join(', ')}.`, add);
    if (!isOneOf(status, STATUSES)) return misuse(`--status takes ${STATUSES.join(', ')}.`, add);
    if (!sources)
      return misuse('--sources is needed: codes from sources.json, addresses, or "record: …".', add);
    const entry = {
      host,
      kind,
      tier,
      status,
      sources: sources.split(/,\s*(?=[A-Z][A-Z0-9]*(?:,|$)|https?:|press:|record:|own:)/),
      added: today,
      reviewed: today,
      ...(note === undefined ? {} : { note }),
    };
    const known = new Set(lintList(parseList(folder), folder).map(formatProblem));
    const file = fileForHost(hostFiles(folder), tier, kind, host) ?? `hosts/${tier}/${kind}.jsonl`;
    const path = join(folder, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, insertSorted(before ?? '', host, JSON.stringify(entry)));
    const fresh = lintList(parseList(folder), folder).filter((problem) => !known.has(formatProblem(problem)));
    const own = fresh.filter((problem) => problem.reason.includes(host) || problem.file === file);
    if (own.length > 0) {
      if (before === null) rmSync(path);
      else writeFileSync(path, before);
      const text = `${host} was not added:\n${own.map(formatProblem).join('\n')}`;
      return { code: 1, text, data: { added: false, problems: own } };
    }
    return { code: 0, text: `${host} was added to data/list/${file}.`, data: { added: true, file, entry } };
  },
};

/** Puts a line into a file of sorted entries. */
function insertSorted(text: string, host: string, line: string): string {
  const lines = text.split('\n').filter((other) => other !== '');
  const at = lines.findIndex((other) => (JSON.parse(other) as { host: string }).host > host);
  lines.splice(at < 0 ? lines.length : at, 0, line);
  return `${lines.join('\n')}\n`;
}

function isOneOf<T extends string>(value: string | undefined, values: readonly T[]): value is T {
  return values.some((known) => known === value);
}
