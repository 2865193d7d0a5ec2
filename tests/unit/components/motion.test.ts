/** Tests that people who ask for less motion get none: animations take their duration from `--quick`, or only apply to the others. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const MOVES = /(?:^|[\s;{])((?:transition|animation)(?:-duration)?|scroll-behavior)\s*:\s*([^;}]+)/g;
const CALM = /var\(--quick\)|^(?:none|auto|inherit|initial|unset|0m?s)$/;
/** A block for people who did not ask for less motion, with one level of rules inside it. */
const FOR_OTHERS = /@media[^{]*prefers-reduced-motion: no-preference[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** @returns what moves even if a person asked for less motion. */
function moving(css: string): string[] {
  const always = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(FOR_OTHERS, '');
  return [...always.matchAll(MOVES)].flatMap(([, name, value = '']) =>
    // Each of several transitions has its own time.
    value
      .split(/,(?![^(]*\))/)
      .filter((one) => !CALM.test(one.trim()))
      .map((one) => `${name}: ${one.trim()}`),
  );
}

test('the check finds what moves', () => {
  expect(
    moving('a{transition:color 1s}b { animation: spin 2s infinite; } i{scroll-behavior: smooth}'),
  ).toHaveLength(3);
  expect(moving('a { transition: color var(--quick), opacity 1s; transition-duration: 2s }')).toHaveLength(2);
  expect(moving('a { transition: color var(--quick), opacity var(--quick); animation: none }')).toEqual([]);
  expect(
    moving(
      '@media (prefers-reduced-motion: no-preference) { a { scroll-behavior: smooth; } b { animation: x 1s } }',
    ),
  ).toEqual([]);
});

test.each([
  ...globSync('components/**/*.css').sort(),
  'utils/content/overlay.ts',
  'utils/worker/passes/pass-banner-style.ts',
])('%s', (file) => {
  expect(moving(readFileSync(file, 'utf8'))).toEqual([]);
});

test('--quick is zero for anyone who asks for less motion', () => {
  const tokens = readFileSync('components/style/tokens.css', 'utf8');
  expect(tokens).toMatch(/prefers-reduced-motion: reduce\)\s*\{\s*:root\s*\{\s*--quick: 0ms;/);
});

test('no script scrolls smoothly by itself', () => {
  const scripts = globSync('{components,entrypoints,utils}/**/*.{ts,tsx}');
  expect(scripts.filter((file) => /behavior: *['"]smooth/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
