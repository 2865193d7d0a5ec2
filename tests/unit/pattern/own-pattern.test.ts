import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../utils/pattern/address.ts';
import { match, matchOwn, type Recognition } from '../../../utils/pattern/match.ts';
import { parseOwnPattern, parseOwnPatterns } from '../../../utils/pattern/own-pattern.ts';
import type { CompiledList } from '../../../utils/pattern/types.ts';

const parsed = (line: string) => {
  const result = parseOwnPattern(line);
  if (!result.ok) throw new Error(result.problem);
  return result.pattern;
};
const covers = (line: string, url: string) => {
  const address = parseAddress(url);
  return address !== null && matchOwn(address, [parsed(line)], 'user') !== null;
};

describe('what a line covers', () => {
  test.each([
    ['example.com', 'https://example.com/'],
    ['example.com', 'http://www.example.com:8080/a?b#c'],
    ['EXAMPLE.com.', 'https://user:pass@example.com./'],
    ['https://www.example.com/', 'https://a.www.example.com/x'],
    ['*.example.com', 'https://example.com/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['=exact.example.com', 'https://exact.example.com./'],
    ['example.com/section/*', 'https://m.example.com/section'],
    ['example.com/section/*', 'https://example.com/SECTION/deep?x=1'],
    ['example.com/a/*/b', 'https://example.com/a/anything/here/b/'],
    ['example.com/page', 'https://example.com/page?x=1'],
    ['192.0.2.7', 'http://192.0.2.7:8080/'],
  ])('%s covers %s', (line, url) => expect(covers(line, url)).toBe(true));

  test.each([
    ['example.com', 'https://notexample.com/'],
    ['example.com', 'https://example.com.evil.test/'],
    ['example.com', 'https://evil.test/example.com'],
    ['example.com', 'https://evil.test/?u=https://example.com/'],
    ['example.com', 'ftp://example.com/'],
    ['=exact.example.com', 'https://www.exact.example.com/'],
    ['example.com/section/*', 'https://example.com/sectional'],
    ['example.com/section/*', 'https://example.com/other?x=/section/'],
    ['example.com/page', 'https://example.com/page/below'],
  ])('%s does not cover %s', (line, url) => expect(covers(line, url)).toBe(false));
});

test.each([
  ['', 'empty'],
  ['com', 'too-wide'],
  ['co.uk', 'too-wide'],
  ['*', 'star-in-host'],
  ['exa*mple.com', 'star-in-host'],
  ['ftp://example.com', 'other-scheme'],
  ['javascript://example.com', 'other-scheme'],
  ['not a host', 'not-a-host'],
  ['user@example.com', 'not-a-host'],
  [`${'a'.repeat(600)}.com`, 'too-long'],
])('%j is refused: %s', (line, problem) => {
  expect(parseOwnPattern(line)).toEqual({ ok: false, problem });
});

test('a list keeps its good lines, names its bad ones by number, and drops comments and repeats', () => {
  const { patterns, problems } = parseOwnPatterns([
    '# mine',
    'a.example # why',
    '',
    'co.uk',
    'A.EXAMPLE',
    'b.example/x/*',
  ]);
  expect(patterns.map(({ text }) => text)).toEqual(['a.example', 'b.example/x/*']);
  expect(problems).toEqual([{ line: 4, text: 'co.uk', problem: 'too-wide' }]);
});

test('reading never throws, and what is read covers its own host', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (line) => {
      const result = parseOwnPattern(line);
      if (!result.ok || result.pattern.kind === 'path') return;
      expect(
        matchOwn(
          { href: `https://${result.pattern.host}/`, host: result.pattern.host, path: '/', query: '' },
          [result.pattern],
          'user',
        ),
      ).not.toBeNull();
    }),
  );
});

test('the order of decisions: policy over user, blocked over allowed over list', () => {
  const none = { core: '\n', extended: '\n', broad: '\n', archives: '\n' };
  const list: CompiledList = {
    version: '2026-01-01',
    hosts: { ...none, core: '\nlisted.test\n' },
    paths: [],
    brands: [],
    names: [],
    nameExclusions: [],
    wrappers: [],
  };
  const nothing: Recognition = {
    list,
    selection: { tiers: ['core'], names: true, wrappers: true },
    blocked: { policy: [], user: [] },
    allowed: { policy: [], user: [] },
  };
  const own = [parsed('listed.test')];
  const url = 'https://listed.test/';
  expect(match(url, nothing)?.by).toBe('list');
  expect(match(url, { ...nothing, allowed: { policy: [], user: own } })).toBeNull();
  expect(match(url, { ...nothing, allowed: { policy: own, user: [] } })).toBeNull();
  expect(
    match(url, { ...nothing, allowed: { policy: own, user: own }, blocked: { policy: [], user: own } })?.by,
  ).toBe('user');
  expect(
    match(url, { ...nothing, allowed: { policy: own, user: own }, blocked: { policy: own, user: own } })?.by,
  ).toBe('policy');
  expect(
    match('http://check.second-thought.test/', {
      ...nothing,
      allowed: { policy: [parsed('check.second-thought.test')], user: [] },
    }),
  ).not.toBeNull();
  expect(
    match(url, { ...nothing, selection: { tiers: ['extended'], names: true, wrappers: true } }),
  ).toBeNull();
});
