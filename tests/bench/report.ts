/** Writes the report of the bench: its tables, and the bars of its picture. */
import type { Grown } from './growth.ts';
import type { Bar } from './picture.ts';
import type { Reached } from './reached.ts';
import type { Results } from './results.ts';
import { type Pairs, pairedRatio, type Summary, summarise } from './statistics.ts';
import { targets } from './targets.ts';

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const spread = ({ median, low, high }: Summary) => `${round(median)} (${round(low)} to ${round(high)})`;
const ratioText = ({ median, low, high }: Summary) =>
  `**${median.toFixed(2)}** (${low.toFixed(2)} to ${high.toFixed(2)})`;
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function pairRow(name: string, pairs: Pairs): string[] {
  return [
    name,
    spread(summarise(pairs.ours)),
    spread(summarise(pairs.beside)),
    ratioText(pairedRatio(pairs)),
    String(pairs.ours.length),
  ];
}

const PAIR_HEAD = (one: string, other: string) => [
  'what',
  `${one}, ms`,
  `${other}, ms`,
  'paired ratio (95 % interval)',
  'pairs',
];

const REACHED_HEAD = ['reached the site: requests / navigations', 'bytes'];
const reachedCells = (reached: Reached | undefined) =>
  reached ? [`${reached.requests} / ${reached.navigations}`, String(reached.bytes)] : ['', ''];

/** @returns the text of `bench/README.md`. */
export function writeReport(results: Results): string {
  const { notice, workerStart, unlisted, engines, memory, packages, growth, peers } = results;
  const parts = [
    '# Measurements',
    'Written by `npm run bench`. Medians, quartiles in brackets. Both sides of a ratio are measured in turn, so that what troubles the\nmachine troubles both; times alone say little. The floor is a page of one line in the same extension, opened directly.',
    results.circumstances.map((line) => `- ${line}`).join('\n'),
    table(
      ['part', 'measured', 'seconds', 'load of the machine before and after'],
      Object.entries(results.measured).map(([part, { date, seconds, load, failed }]) => [
        part,
        failed === undefined ? date : `${date}, failed: ${failed}`,
        seconds.toFixed(0),
        load.map((one) => one.toFixed(1)).join(' and '),
      ]),
    ),
    '## Targets',
    targetsTable(results),
    '![Ratios to the floor](ratios.svg)',
  ];
  for (const [browser, { pairs, reached, missing }] of Object.entries(notice)) {
    parts.push(`## Time to notice, ${browser}`);
    parts.push(
      table(
        [...PAIR_HEAD('notice', 'floor'), ...REACHED_HEAD],
        Object.entries(pairs).map(([name, one]) => [...pairRow(name, one), ...reachedCells(reached[name])]),
      ),
    );
    for (const one of missing) parts.push(`Not measured: ${one}.`);
  }
  if (peers.length > 0) {
    parts.push('## Beside other extensions (Chromium)');
    parts.push(
      table(
        [...PAIR_HEAD('its page', 'its floor'), ...REACHED_HEAD],
        peers.map(({ name, pairs, reached }) => [...pairRow(name, pairs), ...reachedCells(reached)]),
      ),
    );
  }
  if (workerStart) {
    parts.push('## Start of the worker (Chromium)');
    const rows = [
      pairRow('a message to a sleeping worker, until its answer', workerStart.answer),
      pairRow('the worker’s own clock when it can answer', workerStart.inside),
      pairRow('the same clock at the end of its first turn', workerStart.turn),
    ];
    parts.push(table(PAIR_HEAD('ours', 'empty worker'), rows));
  }
  if (unlisted) {
    parts.push('## Pages that are not listed (Chromium)');
    parts.push(
      table(PAIR_HEAD('with us', 'beside'), [
        pairRow('load event of a heavy page, beside a bare browser', unlisted.load),
        pairRow('the same, beside an extension with one rule', unlisted.besideRule),
      ]),
    );
    parts.push(
      `Content scripts: ${unlisted.contentScripts}. Wake-ups of the worker: ${unlisted.wakeUps}. Elements added: ${unlisted.addedElements}.`,
    );
  }
  if (engines) {
    parts.push('## Pages of search engines (Chromium)');
    parts.push(
      table(PAIR_HEAD('searches recognized', 'not recognized'), [
        pairRow('load event of heavy results', engines),
      ]),
    );
  }
  if (memory) {
    parts.push('## Memory (Chromium)');
    parts.push(
      `More than a bare browser with as many tabs, by proportional set size: ${spread(summarise(memory.idle))} MB idle, ${spread(summarise(memory.noticeOpen))} MB with a notice open (${memory.idle.length} times).`,
    );
  }
  parts.push('## Package');
  const surfaces = [...new Set(Object.values(packages).flatMap(({ scripts }) => Object.keys(scripts)))];
  parts.push(
    table(
      ['bytes', ...Object.keys(packages)],
      [
        ['zip', ...Object.values(packages).map(({ zipped }) => kilobytes(zipped))],
        ['unpacked', ...Object.values(packages).map(({ unzipped }) => kilobytes(unzipped))],
        ...surfaces.map((surface) => [
          `\`${surface}\`: code loaded at once`,
          ...Object.values(packages).map(({ scripts }) => kilobytes(scripts[surface] ?? 0)),
        ]),
      ],
    ),
  );
  if (growth.length > 0) parts.push('## Growth (Chromium, made-up hosts)', growthTable(growth));
  return `${parts.join('\n\n')}\n`;
}

function targetsTable(results: Results): string {
  const [head = [], ...rows] = targets(results);
  return table(head, rows);
}

function growthTable(growth: readonly Grown[]): string {
  const [smallest] = growth;
  if (!smallest) return '';
  const against = (ours: number[], beside: number[]) => ratioText(pairedRatio({ ours, beside }));
  return table(
    ['', ...growth.map(({ entries }) => entries.toLocaleString('en'))],
    [
      ['notice, ratio to the floor', ...growth.map(({ notice, floor }) => against(notice, floor))],
      ['notice, ratio to 10 hosts', ...growth.map(({ notice }) => against(notice, smallest.notice))],
      [
        'load of an unlisted page, ratio to 10 hosts',
        ...growth.map(({ load }) => against(load, smallest.load)),
      ],
      ['dynamic rules put in, ms', ...growth.map(({ install }) => spread(summarise(install)))],
      ['guard registered, ms', ...growth.map(({ guard }) => spread(summarise(guard)))],
      ['hosts with a guard', ...growth.map(({ guardedHosts }) => String(guardedHosts))],
      [
        'browser process, MB',
        ...growth.map(({ browserMegabytes }) => (browserMegabytes === null ? '-' : round(browserMegabytes))),
      ],
      ['zip', ...growth.map(({ zipped }) => kilobytes(zipped))],
    ],
  );
}

/** @returns the bars of the picture. */
export function bars({ notice, peers, workerStart, unlisted, engines }: Results): Bar[] {
  return [
    ...Object.entries(notice).flatMap(([browser, { pairs }]) =>
      Object.entries(pairs).map(([name, one]) => ({
        label: `notice, ${browser}, ${name}`,
        ratio: pairedRatio(one),
      })),
    ),
    ...peers
      .filter(({ name }) => name !== 'second-thought')
      .map(({ name, pairs }) => ({ label: `${name}, chromium, warm`, ratio: pairedRatio(pairs) })),
    ...(unlisted ? [{ label: 'unlisted page to bare browser', ratio: pairedRatio(unlisted.load) }] : []),
    ...(engines ? [{ label: 'engine’s results to switch off', ratio: pairedRatio(engines) }] : []),
    ...(workerStart
      ? [{ label: 'worker start to empty worker', ratio: pairedRatio(workerStart.answer) }]
      : []),
  ];
}
