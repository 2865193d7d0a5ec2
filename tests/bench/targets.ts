/** What was to be reached, what was measured, and whether it was met. */
import type { PackageSize } from '../../scripts/build/package-size.ts';
import { SCRIPT_BUDGETS, ZIP_BUDGET } from '../../scripts/build/size-budgets.ts';
import type { Results } from './report.ts';
import { type Pairs, pairedRatio, quantile } from './statistics.ts';

/** One row: the measured value is null where nothing was measured. */
interface Target {
  what: string;
  most: number;
  measured: number | null;
  unit?: string;
}

const median = (samples: readonly number[]) => (samples.length === 0 ? null : quantile(samples, 0.5));
const ratio = (pairs: Pairs | undefined) =>
  pairs && pairs.ours.length > 0 ? pairedRatio(pairs).median : null;

/** @returns head and rows of a table. */
export function targets(results: Results): string[][] {
  const rows = targetsOf(results).map(({ what, most, measured, unit }) => [
    what,
    measured === null ? 'not measured' : text(measured, unit),
    measured === null ? '' : measured <= most ? 'met' : '**not met**',
  ]);
  return [['target', 'measured', ''], ...rows, ...peerRows(results)];
}

const text = (value: number, unit?: string) => `${unit ? value.toFixed(1) : value.toFixed(2)}${unit ?? ''}`;

function targetsOf({ notice, workerStart, unlisted, packages, growth }: Results): Target[] {
  const { chromium } = notice;
  const [smallest] = growth;
  const worst = (samples: (number | null)[]) =>
    samples.length === 0 || samples.includes(null) ? null : Math.max(...(samples as number[]));
  const grown = smallest
    ? worst(growth.slice(1).map((one) => ratio({ ours: one.notice, beside: smallest.notice })))
    : null;
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

/** Ahead of a peer: the smaller ratio, each to its own floor. */
function peerRows({ peers }: Results): string[][] {
  const [ours, ...others] = peers;
  const own = ratio(ours?.pairs);
  return others.flatMap(({ name, pairs }) => {
    const other = ratio(pairs);
    if (own === null || other === null) return [];
    return [[`ahead of ${name}`, `${text(own)} and ${text(other)}`, own < other ? 'met' : '**not met**']];
  });
}
