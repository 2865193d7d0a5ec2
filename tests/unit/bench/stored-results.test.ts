/** Tests that benchmark results are read back to a tenth of a millisecond, and that those in an older form count as not measured. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readResults, writeResults } from '../../bench/stored-results.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = () => readResults(join(folder, 'not-there'));

test('what is written is read again, with a tenth of a millisecond', () => {
  const pair = { ours: [1.26], beside: [2] };
  const reached = { warm: { requests: 1, bytes: 420, navigations: 31 } };
  const notice = { chromium: { pairs: { warm: pair }, reached, missing: ['cold: no browser'] } };
  writeResults(folder, { ...nothing(), circumstances: ['a machine'], notice });
  const read = readResults(folder);
  expect(read.notice.chromium).toEqual({
    ...notice.chromium,
    pairs: { warm: { ours: [1.3], beside: [2] } },
  });
  expect(read.circumstances).toEqual(['a machine']);
  expect(read.growth).toEqual([]);
});

test('nothing measured, and results in the shape of an earlier version, are the same', () => {
  writeFileSync(join(folder, 'results.json'), JSON.stringify({ growth: [{}], memory: { idle: 3 } }));
  expect(readResults(folder)).toEqual(nothing());
  expect(nothing().memory).toBeNull();
});

test('nobody who reads them can change what the next one reads', () => {
  nothing().peers.push({} as never);
  expect(nothing().peers).toEqual([]);
});
