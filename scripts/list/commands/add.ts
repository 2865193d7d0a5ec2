/** `list add`: writes hosts, or lines of another file of the list, in their place, if the list would pass. */
import { STATUSES } from '../../../utils/pattern/entry.ts';
import { SITE_KINDS, TIERS } from '../../../utils/pattern/types.ts';
import { misuse, readNamedText } from '../../command-line.ts';
import type { Command, Input, Outcome } from '../command.ts';
import { editList, refusalOf } from '../edit.ts';
import { SINGLE_FILES } from '../files.ts';

/** Files that take whole entries, and the key by which their lines are sorted. */
const LINE_FILES: Record<string, { file: string; key: (entry: Record<string, unknown>) => string }> = {
  brands: { file: SINGLE_FILES.brands, key: ({ label, section }) => `${label} ${section ?? ''}` },
  paths: { file: SINGLE_FILES.paths, key: ({ host, section }) => `${host} ${section}` },
  names: { file: SINGLE_FILES.names, key: ({ id }) => String(id) },
  exclusions: { file: SINGLE_FILES.exclusions, key: ({ id }) => String(id) },
  wrappers: { file: SINGLE_FILES.wrappers, key: ({ host }) => String(host) },
};

export const add: Command = {
  usage: `add HOST... --kind KIND --sources W,B,https://… [--tier extended] [--status unknown] [--note TEXT]
                                   kinds: ${SITE_KINDS.join(', ')}
  or       add --in ${Object.keys(LINE_FILES).join('|')} FILE   every line of a JSON Lines file; dates are filled in`,
  options: ['kind', 'tier', 'status', 'sources', 'note', 'in'],
  mostPositionals: Infinity,
  run(input) {
    return input.options.in === undefined ? addHosts(input) : addLines(input);
  },
};

function addHosts({ folder, positionals, options, today }: Input): Outcome {
  if (positionals.length === 0) return misuse('A host is needed.');
  const { kind, sources, note, tier = 'extended', status = 'unknown' } = options;
  if (!isOneOf(kind, SITE_KINDS)) return misuse(`--kind takes ${SITE_KINDS.join(', ')}.`);
  if (!isOneOf(tier, TIERS)) return misuse(`--tier takes ${TIERS.join(', ')}.`);
  if (!isOneOf(status, STATUSES)) return misuse(`--status takes ${STATUSES.join(', ')}.`);
  if (!sources) return misuse('--sources is needed: codes from sources.json, addresses, or "record: …".');
  const entries = positionals.map((host) => ({
    host,
    kind,
    tier,
    status,
    sources: sources.split(/,\s*(?=[A-Z][A-Z0-9]*(?:,|$)|https?:|press:|record:|own:)/),
    added: today,
    reviewed: today,
    ...(note === undefined ? {} : { note }),
  }));
  const { problems, files } = editList(folder, (draft) => {
    for (const entry of entries) draft.addHost(entry);
  });
  if (problems.length > 0) {
    const text = refusalOf(`${positionals.join(', ')} was not added`, problems);
    return { code: 1, text, data: { added: false, problems } };
  }
  const text = `${positionals.join(', ')} was added to ${files.map((file) => `data/list/${file}`).join(', ')}.`;
  return { code: 0, text, data: { added: true, files, entries } };
}

function addLines({ folder, positionals, options, today }: Input): Outcome {
  const into = options.in ?? '';
  const target = Object.hasOwn(LINE_FILES, into) ? LINE_FILES[into] : undefined;
  const [file] = positionals;
  if (!target) return misuse(`--in takes ${Object.keys(LINE_FILES).join(', ')}.`);
  if (file === undefined || positionals.length > 1) return misuse('One file is needed.');
  const entries: Record<string, unknown>[] = [];
  for (const [index, line] of readNamedText(file).split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      entries.push({ ...(JSON.parse(line) as object), added: today, reviewed: today });
    } catch {
      const text = `${file}:${index + 1}: not one JSON object on one line. Nothing was added.`;
      return { code: 1, text, data: { added: false, error: text } };
    }
  }
  const { problems } = editList(folder, (draft) => {
    for (const entry of entries) draft.addLine(target.file, entry, target.key);
  });
  if (problems.length > 0)
    return { code: 1, text: refusalOf('Nothing was added', problems), data: { added: false, problems } };
  return {
    code: 0,
    text: `${entries.length} added to data/list/${target.file}.`,
    data: { added: true, file: target.file, entries },
  };
}

function isOneOf<T extends string>(value: string | undefined, values: readonly T[]): value is T {
  return values.some((known) => known === value);
}
