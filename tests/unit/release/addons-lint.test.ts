/** Tests that Mozilla's linter has no complaint about the Firefox build except warnings that are accepted with a reason. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  acceptedWarnings,
  type Finding,
  judgeFindings,
  lintAddon,
} from '../../../scripts/release/addons-lint.ts';
import { buildFolder } from '../../../scripts/release/targets.ts';

const warning: Finding = { code: 'W', message: 'a thing', file: 'a.js' };
const reason = { ...warning, reason: 'known' };

test('an error, a warning without a reason, and a reason without its warning are findings', () => {
  expect(judgeFindings({ errors: [], warnings: [warning] }, [reason])).toEqual([]);
  expect(judgeFindings({ errors: [warning], warnings: [] }, [])).toHaveLength(1);
  expect(judgeFindings({ errors: [warning], warnings: [warning] }, [reason])).toHaveLength(1);
  expect(judgeFindings({ errors: [], warnings: [{ ...warning, file: 'b.js' }] }, [reason])).toHaveLength(2);
  expect(judgeFindings({ errors: [], warnings: [] }, [reason])).toEqual([
    expect.stringContaining('no longer'),
  ]);
});

test('every reason says something', () => {
  for (const { reason } of acceptedWarnings()) expect(reason.length).toBeGreaterThan(40);
});

describe.skipIf(!existsSync(buildFolder('firefox')))('the Firefox build', () => {
  test('passes addons-linter', { timeout: 120_000 }, () => {
    expect(judgeFindings(lintAddon(buildFolder('firefox')), acceptedWarnings())).toEqual([]);
  });
});
