/** `list remove`, `list refuse` and `list move`: change hosts that are listed already, in batches. */
import { SITE_KINDS, TIERS } from '../../../utils/pattern/types.ts';
import { misuse } from '../../command-line.ts';
import type { Command, Outcome } from '../command.ts';
import { editList, refusalOf } from '../edit.ts';
import { parseList } from '../parse.ts';
import { refusedSchema } from '../schema.ts';

export const remove: Command = {
  usage: 'remove HOST...             take hosts out of the list',
  options: [],
  mostPositionals: Infinity,
  run({ folder, positionals }) {
    const missing = unlisted(folder, positionals);
    if (positionals.length === 0) return misuse('A host is needed.');
    if (missing) return missing;
    const { problems } = editList(folder, (draft) => {
      for (const host of positionals) draft.removeHost(host);
    });
    return outcome('removed', positionals, problems);
  },
};

const REASONS = refusedSchema.shape.reason.options;

export const refuse: Command = {
  usage: `refuse HOST... --reason REASON --note TEXT   write down that hosts are not listed, and why; takes them out
                                   reasons: ${REASONS.join(', ')}`,
  options: ['reason', 'note'],
  mostPositionals: Infinity,
  run({ folder, positionals, options, today }) {
    const reason = REASONS.find((known) => known === options.reason);
    const { note } = options;
    if (positionals.length === 0) return misuse('A host is needed.');
    if (reason === undefined) return misuse(`--reason takes ${REASONS.join(', ')}.`);
    if (note === undefined) return misuse('--note says why, in a sentence.');
    const { problems } = editList(folder, (draft) => {
      for (const host of positionals) {
        draft.removeHost(host);
        const entry = { host, reason, note, reviewed: today };
        draft.addLine('refused.jsonl', entry, (line) => String(line.host));
      }
    });
    return outcome('refused', positionals, problems);
  },
};

export const move: Command = {
  usage:
    'move HOST... [--tier TIER] [--kind KIND]   give hosts another tier or kind, and with it another file',
  options: ['tier', 'kind'],
  mostPositionals: Infinity,
  run({ folder, positionals, options, today }) {
    const tier = TIERS.find((known) => known === options.tier);
    const kind = SITE_KINDS.find((known) => known === options.kind);
    if (positionals.length === 0) return misuse('A host is needed.');
    if (options.tier !== undefined && !tier) return misuse(`--tier takes ${TIERS.join(', ')}.`);
    if (options.kind !== undefined && !kind) return misuse(`--kind takes ${SITE_KINDS.join(', ')}.`);
    if (!tier && !kind) return misuse('--tier or --kind says where to.');
    const missing = unlisted(folder, positionals);
    if (missing) return missing;
    const { problems } = editList(folder, (draft) => {
      for (const host of positionals) {
        const entry = draft.host(host);
        if (!entry) continue;
        draft.removeHost(host);
        draft.addHost({ ...entry, kind: kind ?? entry.kind, tier: tier ?? entry.tier, reviewed: today });
      }
    });
    return outcome('moved', positionals, problems);
  },
};

/** @returns a finding if one of the hosts is not listed. */
function unlisted(folder: string, hosts: readonly string[]): Outcome | null {
  const known = new Set(parseList(folder).entries.hosts.map(({ host }) => host));
  const missing = hosts.filter((host) => !known.has(host));
  if (missing.length === 0) return null;
  return {
    code: 1,
    text: `Not listed as a host: ${missing.join(', ')}. Nothing was changed.`,
    data: { missing },
  };
}

function outcome(
  done: string,
  hosts: readonly string[],
  problems: ReturnType<typeof editList>['problems'],
): Outcome {
  if (problems.length > 0)
    return { code: 1, text: refusalOf('Nothing was changed', problems), data: { problems } };
  return { code: 0, text: `${done}: ${hosts.join(', ')}.`, data: { [done]: hosts } };
}
