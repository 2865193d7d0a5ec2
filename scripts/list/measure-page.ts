/**
 * Writes the measured figures into `docs/list.md`: one table and one chart between two marks. The rest of the page is written by
 * hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadFile } from '../command-line.ts';
import { isInnocent } from './measure.ts';
import { chart } from './measure-chart.ts';
import { languageRows, percent, type Row, rowsOf, written } from './measure-table.ts';
import type { Measured } from './stored-measurements.ts';

/** The folder of the project's documents. */
export const DOCS_FOLDER = join(import.meta.dirname, '../../docs');

const PAGE = 'list.md';
const CHART = 'list-recall.svg';
const BEGIN = '<!-- npm run list -- measure --write: from here -->';
const END = '<!-- to here -->';

/** @returns the page and its chart with these figures, by file name. */
export function pages(measured: Measured, folder: string = DOCS_FOLDER): Record<string, string> {
  const page = readFileSync(join(folder, PAGE), 'utf8');
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined)
    throw new BadFile(`docs/${PAGE} has lost the marks around the figures: ${BEGIN} and ${END}`);
  const rows = rowsOf(measured);
  return {
    [PAGE]: `${head}${BEGIN}\n\n${figuresText(rows, measured)}\n\n${END}${tail}`,
    [CHART]: chart(rows, measured.before.name),
  };
}

/** @param folder - the folder of the documents about the measured list. */
export function writePages(measured: Measured, folder: string): void {
  for (const [file, text] of Object.entries(pages(measured, folder))) writeFileSync(join(folder, file), text);
}

const SEEN = { yes: 'yes', no: 'no', afterwards: 'after the first try' } as const;

function figuresText(rows: readonly Row[], { before, accepted }: Measured): string {
  const byLanguage = languageRows(rows)
    .map(({ title, now }) => `${title} ${percent(now.covered / now.total)}`)
    .join(', ');
  return [
    `![Families of sites that are covered, by language: ${byLanguage}](${CHART})`,
    '',
    `| measured on | how many | seen while the rules were made | covered | by name rules alone | ${before.name} |`,
    '|---|---:|---|---:|---:|---:|',
    ...rows.map((row) => tableRow(row)),
    ...(accepted.length > 0 ? ['', 'Figures that were allowed to get worse:', ''] : []),
    ...accepted.map(
      ({ on, rows: which, why }) => `- ${on}, ${which.map((id) => `\`${id}\``).join(', ')}: ${why}`,
    ),
  ].join('\n');
}

function tableRow({ id, title, seen, part, now, before }: Row): string {
  const innocent = isInnocent(id);
  const covered = `${written(now, innocent)}${now.refused === undefined ? '' : `, ${now.refused} refused`}`;
  const byName = now.byName === undefined ? '' : percent(now.byName / now.total);
  const earlier = before === null ? '' : written(before, innocent);
  const name = part ? `· ${title}` : title;
  return `| ${name} | ${now.total} | ${SEEN[seen]} | ${covered} | ${byName} | ${earlier} |`;
}
