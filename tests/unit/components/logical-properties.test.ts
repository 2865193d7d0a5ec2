/** Tests that right-to-left needs no second style sheet: sides are named by reading direction, never as left or right. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Also finds `inset`, `margin` and `padding` with four different values, which set left and right without naming them. */
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right)(?:-(?:width|style|color))?|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b|translateX\(/g;
const FOUR = /(?:^|[\s;{])(?:margin|padding|inset)\s*:\s*([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+)\s*;/g;

function physical(css: string): string[] {
  // Text in parentheses is one value, whatever it contains.
  const flat = css.replace(/\((?:[^()]|\([^()]*\))*\)/g, '()');
  const four = [...flat.matchAll(FOUR)].filter(([, , right, , left]) => right !== left);
  return [...css.matchAll(PHYSICAL), ...four].map(([found]) => found.trim());
}

test('the check finds what names a side', () => {
  expect(
    physical(
      'a{margin-left:1px}b { left: 0 }i{text-align:right}p{margin: 0 1px 0 2px;}u{margin: 0 1px 0 1px;}',
    ),
  ).toHaveLength(4);
  expect(physical('a{margin-inline-start:1px;border-inline-end:0;text-align:start}')).toEqual([]);
});

test.each([
  ...globSync('components/**/*.css').sort(),
  'utils/content/overlay.ts',
  'utils/worker/passes/pass-banner-style.ts',
])('%s', (file) => {
  expect(physical(readFileSync(file, 'utf8'))).toEqual([]);
});
