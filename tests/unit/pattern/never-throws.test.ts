/** Tests that no text from outside makes the matcher or the parser of patterns throw, not even a megabyte of one character. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostAndParents, parseAddress } from '../../../utils/pattern/address.ts';
import { parseCustomPattern, parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { customPatternExpression } from '../../../utils/pattern/expressions.ts';
import { match, type Recognition } from '../../../utils/pattern/match.ts';
import { anyText, HUGE_FRAMES, HUGE_TEXTS } from '../any-text.ts';
import { smallList } from './small-list.ts';

const recognition: Recognition = {
  list: smallList({
    hosts: { core: ['listed.example'] },
    paths: [{ host: 'general.example', regex: '/section(?:[/?#]|$)' }],
    wrappers: [
      { host: 'translate.goog', target: 'host-dashes' },
      { host: 'reader.example', target: 'query', key: 'u' },
      { host: 'archive.example', target: 'path', key: '/web/[^/]*/' },
    ],
  }),
  selection: {
    tiers: ['core', 'extended', 'broad', 'archives'],
    names: true,
    wrappers: true,
    searches: false,
  },
  blocked: { policy: parseCustomPatterns(['own.example/a/*/b']).patterns, user: [] },
  allowed: { policy: [], user: parseCustomPatterns(['=fine.example']).patterns },
};
const WRAPPERS = [
  'https://x.translate.goog/',
  'https://reader.example/?u=',
  'https://archive.example/web/1/',
];

/** Runs everything here that reads a text from outside. Each returns a result or a refusal, and the same one again. */
function readAll(text: string): void {
  const address = parseAddress(text);
  if (address) {
    expect(parseAddress(address.href)).toEqual(address);
    const names = [...hostAndParents(address.host)];
    for (const name of names) expect(`.${address.host}`.endsWith(`.${name}`)).toBe(true);
  }
  const parsed = parseCustomPattern(text);
  if (parsed.ok) {
    expect(parsed.pattern.host).toMatch(/^[^\s/?#@A-Z]+$/);
    expect(parseCustomPattern(parsed.pattern.text)).toEqual(parsed);
    expect(() => new RegExp(customPatternExpression(parsed.pattern) ?? '')).not.toThrow();
  }
  const { patterns, problems } = parseCustomPatterns([text, text]);
  expect(patterns.length).toBeLessThanOrEqual(1);
  expect(patterns.length === 0 || problems.length === 0).toBe(true);
  for (const before of ['', ...WRAPPERS]) match(before + text, recognition);
}

test('any text can be read as an address, as a pattern and inside a wrapper: nothing throws', () => {
  fc.assert(fc.property(anyText, readAll), { numRuns: 400 });
});

test.each(HUGE_FRAMES.map((frame) => [frame('…'), frame]))('a megabyte as %j', (_name, frame) => {
  for (const text of HUGE_TEXTS) readAll(frame(text));
});

test('what is inside a wrapper is found, and a broken inside is nothing', () => {
  const inside = (address: string) => match(address, recognition)?.id ?? null;
  expect(inside('https://listed-example.translate.goog/a')).toBe('listed.example');
  expect(inside('https://reader.example/?u=https%3A%2F%2Flisted.example%2F')).toBe('listed.example');
  expect(inside('https://archive.example/web/2018/https:/listed.example/a')).toBe('listed.example');
  expect(inside('https://archive.example/web/2018/listed.example/%')).toBe('listed.example');
  expect(inside('https://archive.example/web/2018/listed%.example/')).toBeNull();
});
