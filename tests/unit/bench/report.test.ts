/** Tests that the benchmark report calls a target met or missed, or an extension ahead, only where the whole interval shows it. */
import { expect, test } from 'vitest';
import { besides } from '../../bench/circumstances.ts';
import { writeReport } from '../../bench/report.ts';
import { readResults } from '../../bench/stored-results.ts';

const nothing = readResults('not-there');
const warm = (ours: number) => ({
  ...nothing,
  notice: {
    chromium: {
      pairs: { warm: { ours: [ours], beside: [100] } },
      reached: { warm: { requests: 3, bytes: 1_500, navigations: 2 } },
      missing: [],
    },
  },
});
const row = (report: string) => report.split('\n').find((line) => line.startsWith('| notice, warm:')) ?? '';

test('a target is met, not met, or not measured', () => {
  expect(row(writeReport(nothing))).toContain('not measured');
  expect(row(writeReport(warm(115)))).toMatch(/1\.15 \(1\.15 to 1\.15\) \| met \|/);
  expect(row(writeReport(warm(116)))).toMatch(/1\.16 \(.*\) \| \*\*not met\*\* \|/);
  const scattered = warm(0);
  scattered.notice.chromium.pairs.warm = {
    ours: [100, 100, 120, 130, 130],
    beside: [100, 100, 100, 100, 100],
  };
  expect(row(writeReport(scattered))).toContain('undecided');
});

test.each([
  ['met', [90, 91, 92], [100, 100, 100]],
  ['**not met**', [110, 111, 112], [100, 100, 100]],
  ['no difference shown', [90, 100, 110], [100, 100, 100]],
])('compared with another extension: %s', (verdict, ours, theirs) => {
  const reached = { requests: 0, bytes: 0, navigations: 3 };
  const peers = [
    { name: 'second-thought', pairs: { ours, beside: [50, 50, 50] }, reached },
    // Its own floor does not count here.
    { name: 'other', pairs: { ours: theirs, beside: [10, 10, 10] }, reached },
  ];
  const found = writeReport({ ...nothing, peers })
    .split('\n')
    .find((line) => line.startsWith('| ahead of other'));
  expect(found).toContain(`| ${verdict} |`);
});

test('what reached the site is shown with its kind', () => {
  expect(writeReport(warm(115))).toMatch(/\| warm \|.*\| 3 \/ 2 \| 1500 \|/);
});

test('of other work the report says what the load says', () => {
  expect(besides(0.1, 2)).toContain('next to nothing');
  expect(besides(3, 2)).toContain('other work ran on it');
});
