/** `list stale`: names entries whose review is due. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { brandId, pathId, wrapperId } from '../../../utils/pattern/compile.ts';
import { misuse } from '../../command-line.ts';
import type { Command } from '../command.ts';
import { parseList } from '../parse.ts';

/** Days after which an entry has to be reviewed again at the latest. Seized or abandoned names change owners sooner. */
const RHYTHM = { active: 365, unknown: 270, seized: 180, defunct: 180, rule: 365 } as const;

const DAY = 86_400_000;

/** Entries of one day come due over the last three quarters of their time, so that the whole list is never due on one day. */
const SPREAD = 0.75;

export const stale: Command = {
  usage:
    'stale [--on YYYY-MM-DD]    entries whose review is due on that day (today), the longest overdue first',
  options: ['on'],
  run({ folder, options, today }) {
    const on = options.on ?? today;
    if (!z.iso.date().safeParse(on).success) return misuse('--on takes a date such as 2027-06-01.');
    const { entries, places } = parseList(folder);
    const dated = [
      ...entries.hosts.map((entry) => ({ id: entry.host, status: entry.status, entry })),
      ...entries.paths.map((entry) => ({ id: pathId(entry), status: entry.status, entry })),
      ...entries.brands.map((entry) => ({ id: brandId(entry), status: entry.status, entry })),
      ...[...entries.names, ...entries.exclusions].map((entry) => ({
        id: entry.id,
        status: 'rule' as const,
        entry,
      })),
      ...entries.wrappers.map((entry) => ({ id: wrapperId(entry), status: 'rule' as const, entry })),
    ];
    const due = dated
      .map(({ id, status, entry }) => {
        const place = places.get(entry);
        const days = Math.round(RHYTHM[status] * (1 - SPREAD * shareOf(id)));
        const dueOn = new Date(Date.parse(entry.reviewed) + days * DAY).toISOString().slice(0, 10);
        return { id, status, reviewed: entry.reviewed, due: dueOn, file: `${place?.file}:${place?.line}` };
      })
      .filter(({ due }) => due <= on)
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
    const lines = due.map(
      (item) => `${item.due}  ${item.id}  (${item.status}, reviewed ${item.reviewed}, ${item.file})`,
    );
    const text =
      due.length === 0 ? `No review is due on ${on}.` : `${lines.join('\n')}\n${due.length} due on ${on}.`;
    return { code: due.length === 0 ? 0 : 1, text, data: due };
  },
};

/** @returns a number from 0 up to 1 that is always the same for an id, and evenly spread over many ids. */
function shareOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32;
}
