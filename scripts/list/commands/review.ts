/** `list review`: applies the verdicts that a person wrote into a file of ranked families. */
import { z } from 'zod';
import { SITE_KINDS, TIERS } from '../../../utils/pattern/types.ts';
import { misuse, readNamedText } from '../../command-line.ts';
import type { Command } from '../command.ts';
import { type Draft, editList, refusalOf } from '../edit.ts';
import { hasFirmEvidence } from '../evidence.ts';
import { parseList } from '../parse.ts';
import type { Family } from '../rank.ts';
import { refusedSchema, type Sources } from '../schema.ts';

/** One line of a review file. `list import` writes it with an empty verdict. */
const rowSchema = z.strictObject({
  family: z.string(),
  /** `list`: add its hosts; `refuse`: record them with the reason; empty: decide later. */
  verdict: z.enum(['', 'list', 'refuse']),
  kind: z.enum(SITE_KINDS),
  /** `auto`: `core` for hosts with two independent sources, `extended` for the others. */
  tier: z.enum(['auto', ...TIERS]),
  reason: z.enum(['', ...refusedSchema.shape.reason.options]),
  note: z.string(),
  score: z.number(),
  language: z.string(),
  plain: z.boolean(),
  hosts: z.array(z.strictObject({ host: z.string(), sources: z.array(z.string()) })).min(1),
});
type Row = z.infer<typeof rowSchema>;

/** @returns a family as a row without a decision. */
export function reviewRow({ family, score, language, plain, hosts }: Family): Row {
  const kind = /massage|rubmaps|bodyrub/.test(family)
    ? 'massage-review'
    : /sexguide|punt|forum/.test(family)
      ? 'buyer-forum'
      : 'escort-directory';
  return { family, verdict: '', kind, tier: 'auto', reason: '', note: '', score, language, plain, hosts };
}

export const review: Command = {
  usage: `review FILE                apply the verdicts in a file that "import --out" wrote: "list", "refuse" (with "reason"
                                   and "note"), or empty for later; all of it or, if the list would not pass, nothing`,
  options: [],
  mostPositionals: 1,
  run({ folder, positionals, today }) {
    const [file] = positionals;
    if (file === undefined) return misuse('One file is needed.');
    const rows: Row[] = [];
    for (const [index, text] of readNamedText(file).split('\n').entries()) {
      if (text.trim() === '') continue;
      const row = parseRow(text);
      if (typeof row === 'string') {
        const reason = `${file}:${index + 1}: ${row}`;
        return { code: 1, text: reason, data: { error: reason } };
      }
      rows.push(row);
    }
    const { sources, refused } = parseList(folder);
    const known = new Set(refused.map(({ host }) => host));
    const counts = { listed: 0, refused: 0, known: 0, later: 0 };
    const { problems, files } = editList(folder, (draft) => {
      for (const row of rows)
        for (const host of row.hosts) counts[apply(row, host, draft, { sources, known, today })]++;
    });
    if (problems.length > 0)
      return {
        code: 1,
        text: refusalOf('Nothing was changed', problems),
        data: { applied: false, problems },
      };
    const text = `${counts.listed} listed, ${counts.refused} refused, ${counts.known} known before, ${counts.later} left for later.`;
    return { code: 0, text, data: { applied: true, ...counts, files } };
  },
};

/** Carries out a row's verdict for one of its hosts. @returns what was done. */
function apply(
  row: Row,
  { host, sources: codes }: Row['hosts'][number],
  draft: Draft,
  { sources, known, today }: { sources: Sources; known: ReadonlySet<string>; today: string },
): 'listed' | 'refused' | 'known' | 'later' {
  if (row.verdict === '') return 'later';
  if (row.verdict === 'refuse') {
    if (known.has(host)) return 'known';
    const entry = { host, reason: row.reason, note: row.note, reviewed: today };
    draft.addLine('refused.jsonl', entry, (line) => String(line.host));
    return 'refused';
  }
  if (draft.host(host)) return 'known';
  draft.addHost({
    host,
    kind: row.kind,
    tier: row.tier === 'auto' ? (hasFirmEvidence(codes, sources) ? 'core' : 'extended') : row.tier,
    status: 'unknown',
    sources: codes,
    added: today,
    reviewed: today,
    ...(row.note === '' ? {} : { note: row.note }),
  });
  return 'listed';
}

/** @returns the row, or what is wrong with it. */
function parseRow(text: string): Row | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not one JSON object on one line';
  }
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `"${issue?.path.join('.')}": ${issue?.message}`;
  }
  const row = parsed.data;
  if (row.verdict === 'refuse' && (row.reason === '' || row.note.length < 8))
    return `"${row.family}" is refused without a reason and a note`;
  return row;
}
