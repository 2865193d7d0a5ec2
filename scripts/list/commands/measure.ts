/** `list measure`: prints what the list covers and which innocent names, next to the earlier figures. `--write` saves them. */
import { join } from 'node:path';
import { misuse } from '../../command-line.ts';
import type { Command } from '../command.ts';
import { readCorpora } from '../corpora.ts';
import { compareFigures, isInnocent, type Misses, measureList } from '../measure.ts';
import { writePages } from '../measure-page.ts';
import { percent, type Row, rowsOf, written } from '../measure-table.ts';
import { parseList } from '../parse.ts';
import { type Measured, readMeasured, writeMeasured } from '../stored-measurements.ts';

export const measure: Command = {
  usage: `measure [--write] [--why TEXT] [--release NAME] [--misses]   recall, and innocents covered by mistake, next to the figures kept
                                   --write: keep the figures, in data/list/measured.json and docs/list.md
                                   --why: needed to keep figures that are worse; shown in docs/list.md (names of sites between backticks)
                                   --release: with --write: what comes later is compared with these figures, under this name
                                   --misses: name what is not covered, and each innocent that is
                                   (exit code 1: a figure is worse than the one kept)`,
  options: ['why', 'release'],
  flags: ['write', 'misses'],
  run({ folder, options, flags, today }) {
    const write = flags.has('write');
    if (!write && (options.why !== undefined || options.release !== undefined))
      return misuse('--why and --release go with --write.');
    const { entries, refused } = parseList(folder);
    const kept = readMeasured(folder);
    const { figures, misses } = measureList(
      entries,
      refused.map(({ host }) => host),
      readCorpora(),
    );
    const { worse, better } = compareFigures(kept.now, figures);
    if (write && worse.length > 0 && (options.why?.length ?? 0) < 8)
      return {
        code: 1,
        data: { worse },
        text: `Nothing was written, for these are worse: ${worse.map(({ row }) => row).join(', ')}. --why TEXT says why that is right.`,
      };
    const measured: Measured = {
      before: options.release === undefined ? kept.before : { name: options.release, figures },
      now: figures,
      accepted: [
        ...kept.accepted,
        ...(write && worse.length > 0
          ? [{ on: today, rows: worse.map(({ row }) => row), why: options.why ?? '' }]
          : []),
      ],
    };
    if (write) {
      writeMeasured(folder, measured);
      writePages(measured, join(folder, '../../docs'));
    }
    const lines = [
      table(rowsOf({ now: figures, before: kept.before }), kept.before.name),
      ...(flags.has('misses') ? [missed(misses)] : []),
      ...(write ? ['Written to data/list/measured.json, docs/list.md and its chart.'] : []),
      ...(!write && worse.length > 0 ? [`Worse than kept: ${worse.map(({ row }) => row).join(', ')}.`] : []),
      ...(!write && better.length > 0
        ? [
            `Better than kept: ${better.map(({ row }) => row).join(', ')}. Keep it: npm run list -- measure --write`,
          ]
        : []),
    ];
    return {
      code: !write && worse.length > 0 ? 1 : 0,
      text: lines.join('\n'),
      data: { figures, before: kept.before, worse, better, misses },
    };
  },
};

function table(rows: readonly Row[], before: string): string {
  const cells = rows.map((row) => {
    const innocent = isInnocent(row.id);
    return [
      `${row.part ? '  ' : ''}${row.title}`,
      String(row.now.total),
      `${written(row.now, innocent)}${row.now.refused ? ` + ${row.now.refused} refused` : ''}`,
      row.now.byName === undefined ? '' : percent(row.now.byName / row.now.total),
      row.before === null ? '' : written(row.before, innocent),
    ];
  });
  const head = ['', 'of', 'covered', 'rules alone', before];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Leaves out rows that are part of another row, because they repeat its names. */
function missed(misses: Misses): string {
  return Object.entries(misses)
    .filter(([row, some]) => some.length > 0 && !/^(?:families|searches)\/(?!innocent)/.test(row))
    .map(
      ([row, some]) =>
        `${row}, ${isInnocent(row) ? 'covered by mistake' : 'not covered'}: ${some.join(', ')}`,
    )
    .join('\n');
}
