/** Lists the targets, the measured values, and whether they were met. */
import type { PackageSize } from '../../scripts/build/package-size.ts';
import { SCRIPT_BUDGETS, ZIP_BUDGET } from '../../scripts/build/size-budgets.ts';
import type { Results } from './results.ts';
import { type Pairs, pairedRatio, quantile, type Summary } from './statistics.ts';

/** One row. The measured value is null if nothing was measured; a ratio has its interval. */
interface Target {
  what: string;
  most: number;
  measured: number | Summary | null;
  unit?: string;
}

const median = (samples: readonly number[]) => (samples.length === 0 ? null : quantile(samples, 0.5));
const ratio = (pairs: Pairs | undefined) => (pairs && pairs.ours.length > 0 ? pairedRatio(pairs) : null);

/** @returns head and rows of a table. */
export function targets(results: Results): string[][] {
  const rows = targetsOf(results).map(({ what, most, measured, unit }) => [
    what,
    measured === null ? 'not measured' : text(measured, unit),
    measured === null ? '' : verdict(measured, most),
  ]);
  return [['target', 'measured', ''], ...rows, ...peerRows(results)];
}

function text(value: number | Summary, unit = ''): string {
  if (typeof value === 'number') return `${value.toFixed(unit ? 1 : 2)}${unit}`;
  return `${value.median.toFixed(2)} (${value.low.toFixed(2)} to ${value.high.toFixed(2)})`;
}

function verdict(value: number | Summary, most: number): string {
  const { median: middle, low } = typeof value === 'number' ? { median: value, low: value } : value;
  if (middle <= most) return 'met';
  return low <= most ? 'undecided: the interval reaches it' : '**not met**';
}

function targetsOf({ notice, workerStart, unlisted, engines, packages, growth }: Results): Target[] {
  const { chromium } = notice;
  const [smallest] = growth;
  const ratios = growth
    .slice(1)
    .map((one) => (smallest ? ratio({ ours: one.notice, beside: smallest.notice }) : null))
    .sort((one, other) => (other?.median ?? 0) - (one?.median ?? 0));
  const grown = ratios.includes(null) ? null : (ratios[0] ?? null);
  return [
    { what: 'notice, warm: at most 1.15 times the floor', most: 1.15, measured: ratio(chromium?.pairs.warm) },
    {
      what: 'notice, worker asleep: at most 1.25 times the floor',
      most: 1.25,
      measured: ratio(chromium?.pairs['worker asleep']),
    },
    ...(['contentScripts', 'wakeUps', 'addedElements'] as const).map((what) => ({
      what: `unlisted pages: no ${NOTHING[what]}`,
      most: 0,
      measured: unlisted?.[what] ?? null,
    })),
    {
      what: 'results of a search engine: at most 1.02 times their load with searches not recognized',
      most: 1.02,
      measured: ratio(engines ?? undefined),
    },
    { what: 'notice with up to 100,000 hosts: at most 1.05 times that with 10', most: 1.05, measured: grown },
    {
      what: 'worker: ready within 50 ms (its own clock, median)',
      most: 50,
      measured: workerStart && median(workerStart.inside.ours),
      unit: ' ms',
    },
    ...Object.entries(SCRIPT_BUDGETS).map(([surface, bytes]) => ({
      what: `\`${surface}\`: at most ${bytes / 1_000} kB of script`,
      most: bytes / 1_000,
      measured: largest(packages, ({ scripts }) => scripts[surface]),
      unit: ' kB',
    })),
    {
      what: `package: at most ${ZIP_BUDGET / 1_000} kB`,
      most: ZIP_BUDGET / 1_000,
      measured: largest(packages, ({ zipped }) => zipped),
      unit: ' kB',
    },
  ];
}

const NOTHING = { contentScripts: 'content scripts', wakeUps: 'wake-ups', addedElements: 'elements added' };

function largest(
  packages: Readonly<Record<string, PackageSize>>,
  of: (size: PackageSize) => number | undefined,
): number | null {
  const bytes = Object.values(packages).flatMap((size) => of(size) ?? []);
  return bytes.length === 0 ? null : Math.max(...bytes) / 1_000;
}

/**
 * Rows about being faster than a peer: this extension's page and the peer's, each timed from the command, in turn in one run. If
 * the interval contains 1, the result shows no difference.
 */
function peerRows({ peers }: Results): string[][] {
  const [ours, ...others] = peers;
  if (!ours) return [];
  return others.flatMap(({ name, pairs }) => {
    if (pairs.ours.length === 0 || pairs.ours.length !== ours.pairs.ours.length) return [];
    const beside = pairedRatio({ ours: ours.pairs.ours, beside: pairs.ours });
    const ahead = beside.high < 1 ? 'met' : beside.low > 1 ? '**not met**' : 'no difference shown';
    return [[`ahead of ${name}: less than its time`, text(beside), ahead]];
  });
}
