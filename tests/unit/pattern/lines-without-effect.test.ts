/** Tests that an allowlist line is reported if a line of the person's block list makes it useless, and only then. */
import { expect, test } from 'vitest';
import { linesWithoutEffect } from '../../../utils/pattern/lines-without-effect.ts';

const found = (lines: string[], winning: string[]) =>
  linesWithoutEffect(lines, winning).map(({ line, by }) => `${line} ${by}`);

test('an allowlist line below a line of the person’s block list is named with that line', () => {
  const lines = ['# note', 'a.test', 'www.b.test', '=c.b.test', 'b.test/part/*', 'other.test', 'not a host'];
  expect(found(lines, ['b.test'])).toEqual(['3 b.test', '4 b.test', '5 b.test']);
  expect(found(lines, [])).toEqual([]);
});

test('a section or an exact name wins only over the same line', () => {
  expect(found(['b.test', 'b.test/a/*', 'b.test/c/*'], ['b.test/a/*'])).toEqual(['2 b.test/a/*']);
  expect(found(['b.test', '=b.test'], ['=b.test'])).toEqual(['2 =b.test']);
});
