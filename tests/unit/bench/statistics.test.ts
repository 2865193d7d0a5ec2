/** Tests that medians, quartiles and paired ratios are right, and that noise common to both sides of a pair changes no ratio. */
import { expect, test } from 'vitest';
import { pairedRatio, quantile, summarise } from '../../bench/statistics.ts';

test('quantiles are interpolated, whatever the order', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(() => quantile([], 0.5)).toThrow();
});

test('a summary is the median between its quartiles, and leaves the samples as they were', () => {
  const samples = [5, 1, 4, 2, 3];
  expect(summarise(samples)).toEqual({ count: 5, median: 3, low: 2, high: 4 });
  expect(samples).toEqual([5, 1, 4, 2, 3]);
});

test('a paired ratio does not see what troubles both sides of a pair', () => {
  const beside = [10, 100, 12, 900, 11];
  const same = { count: 5, median: 1.5, low: 1.5, high: 1.5 };
  expect(pairedRatio({ ours: beside.map((one) => one * 1.5), beside })).toEqual(same);
});

test('the interval contains the median, grows with the spread, and is the same each time', () => {
  const beside = Array.from({ length: 30 }, () => 100);
  const ours = (spread: number) => beside.map((one, index) => one * 1.2 + ((index * 7) % 30) * spread);
  const [narrow, wide] = [pairedRatio({ ours: ours(0.1), beside }), pairedRatio({ ours: ours(3), beside })];
  for (const { low, median, high } of [narrow, wide]) {
    expect(low).toBeLessThanOrEqual(median);
    expect(high).toBeGreaterThanOrEqual(median);
  }
  expect(wide.high - wide.low).toBeGreaterThan(5 * (narrow.high - narrow.low));
  expect(pairedRatio({ ours: ours(3), beside })).toEqual(wide);
});
