/** Tests the palette's contrast: text 4.5:1, outlines of controls 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), light and dark. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('components/style/tokens.css', 'utf8');
const palette = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const],
  ),
);

/** Relative luminance (WCAG 2.2, definition). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [a, b] = [one, other].map((name) => luminance(palette.get(name)?.[theme] ?? ''));
  const [darker = 0, lighter = 0] = [a ?? Number.NaN, b ?? Number.NaN].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'sunken'];
const TEXT: [string, string][] = [
  ...['ink', 'ink-soft', 'accent'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ['accent-ink', 'accent'],
  ...['accent', 'good', 'warn', 'bad'].flatMap((colour): [string, string][] => [
    ['ink', `${colour}-soft`],
    [colour, `${colour}-soft`],
    [colour, 'sheet'],
  ]),
];
const OUTLINES: [string, string][] = ['line-strong', 'focus'].flatMap((line) =>
  GROUNDS.map((ground): [string, string] => [line, ground]),
);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, theme) => {
  test.each(TEXT)('%s can be read on %s', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(OUTLINES)('%s can be seen on %s', (line, ground) => {
    expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
