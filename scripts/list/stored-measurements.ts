/** Reads and writes the figures in `data/list/measured.json`: what the list covers now, and what it covered before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadFile, readNamedJson } from '../command-line.ts';
import type { Figures } from './measure.ts';

const figure = z.strictObject({
  total: z.int(),
  covered: z.number(),
  byName: z.number().exactOptional(),
  refused: z.int().exactOptional(),
});
const figures: z.ZodType<Figures> = z.record(z.string(), figure);

const schema = z.strictObject({
  /** What `now` is compared with: the last release, or, before the first release, the list of an earlier day. */
  before: z.strictObject({ name: z.string(), figures }),
  now: figures,
  /** Each acceptance of worse figures, and the reason. */
  accepted: z.array(z.strictObject({ on: z.iso.date(), rows: z.array(z.string()), why: z.string().min(8) })),
});
export type Measured = z.infer<typeof schema>;

/** @param folder - a folder laid out like `data/list`. Throws `BadFile` if the file does not fit the schema. */
export function readMeasured(folder: string): Measured {
  const file = join(folder, 'measured.json');
  const read = schema.safeParse(readNamedJson(file));
  if (read.success) return read.data;
  throw new BadFile(`${file}: ${z.prettifyError(read.error).split('\n').join('; ')}`);
}

export function writeMeasured(folder: string, measured: Measured): void {
  writeFileSync(join(folder, 'measured.json'), formatMeasured(measured));
}

/** Writes one line for each row, so that a change can be reviewed in a diff. */
export function formatMeasured({ before, now, accepted }: Measured): string {
  const rows = (some: Figures, indent: string) =>
    Object.entries(some)
      .map(([row, one]) => `${indent}${JSON.stringify(row)}: ${JSON.stringify(one)}`)
      .join(',\n');
  const list = accepted.map((one) => `\n    ${JSON.stringify(one)}`).join(',');
  return `{
  "before": {
    "name": ${JSON.stringify(before.name)},
    "figures": {
${rows(before.figures, '      ')}
    }
  },
  "now": {
${rows(now, '    ')}
  },
  "accepted": [${list}${list === '' ? '' : '\n  '}]
}
`;
}
