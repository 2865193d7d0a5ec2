/** Tests what a line of a person's own lists covers, why a line is refused, and which of several lists decides. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyList } from '../../../scripts/list/empty-list.ts';
import { parseAddress } from '../../../utils/pattern/address.ts';
import {
  parseCustomPattern,
  parseCustomPatterns,
  withoutComment,
} from '../../../utils/pattern/custom-pattern.ts';
import { match, matchCustom, type Recognition } from '../../../utils/pattern/match.ts';

const parsed = (line: string) => {
  const result = parseCustomPattern(line);
  if (!result.ok) throw new Error(result.problem);
  return result.pattern;
};
const covers = (line: string, url: string) => {
  const address = parseAddress(url);
  return address !== null && matchCustom(address, [parsed(line)], 'user') !== null;
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
    ['[2001:db8::7]', 'http://[2001:db8::7]:8080/'],
    ['localhost', 'http://localhost:3000/'],
    ['*://example.com/a/*', 'https://example.com/a/b'],
    ['HTTP://example.com', 'https://example.com/'],
    ['= exact.example.com', 'https://exact.example.com/'],
    ['=http://exact.example.com/a', 'https://exact.example.com/b'],
    ['=com', 'http://com/'],
    ['example.com/*', 'https://example.com/anything'],
    ['example.com?x=1', 'https://example.com/anything'],
    ['example.com/a?u=http://other.example/', 'https://example.com/a'],
    ['example.com\\section\\*', 'https://example.com/section/a'],
    ['example.com/page/', 'https://example.com/page'],
    ['example.com/page?x=1#y', 'https://example.com/page'],
    ['example.com/pre*', 'https://example.com/prefix/deep'],
    ['example.com/a**b', 'https://example.com/a-and-b'],
    ['example.com/a.b(c)+[d]', 'https://example.com/a.b(c)+[d]'],
    ['example.com/a-b/c', 'https://example.com/a-b/c'],
    ['example.com/é', 'https://example.com/%C3%A9'],
    ['my_site.example-2.com', 'https://my_site.example-2.com/'],
    ['com.example.com', 'https://com.example.com/'],
    ['xco.uk', 'https://xco.uk/'],
    ['co.uk.com', 'https://co.uk.com/'],
    ['co.info', 'https://co.info/'],
  ])('%s covers %s', (line, url) => expect(covers(line, url)).toBe(true));

  test.each([
    ['example.com', 'https://notexample.com/'],
    ['example.com', 'https://example.com.evil.test/'],
    ['example.com', 'https://evil.test/example.com'],
    ['example.com', 'https://evil.test/?u=https://example.com/'],
    ['example.com', 'ftp://example.com/'],
    ['=exact.example.com', 'https://www.exact.example.com/'],
    ['example.com/section/*', 'https://example.com/sectional'],
    ['example.com\\section', 'https://example.com/'],
    ['example.com/section/*', 'https://example.com/other?x=/section/'],
    ['example.com/page', 'https://example.com/page/below'],
    ['example.com/page', 'https://other.example/page'],
    ['example.com/a/*/b', 'https://example.com/a/b'],
    ['example.com/a/*/b', 'https://example.com/a/x?y=/b'],
    ['example.com/a.b', 'https://example.com/axb'],
    ['example.com/pre*', 'https://example.com/x/prefix'],
    ['=exact.example.com', 'https://exactxexample.com/'],
    ['=example.com', 'https://example.com.evil.test/'],
    ['*.example.com', 'https://x.notexample.com/'],
  ])('%s does not cover %s', (line, url) => expect(covers(line, url)).toBe(false));
});

test.each([
  ['', 'empty'],
  ['com', 'too-wide'],
  ['co.uk', 'too-wide'],
  ['*', 'star-in-host'],
  ['exa*mple.com', 'star-in-host'],
  ['exa*.*.mple.com', 'star-in-host'],
  ['x*.example.com', 'star-in-host'],
  ['  ', 'empty'],
  ['=', 'not-a-host'],
  ['ftp://example.com', 'other-scheme'],
  ['httpx://example.com', 'other-scheme'],
  ['xhttp://example.com', 'other-scheme'],
  ['view-source://example.com', 'other-scheme'],
  ['a://b://example.com', 'other-scheme'],
  ['gov.uk', 'too-wide'],
  ['*.com', 'too-wide'],
  ['intranet', 'too-wide'],
  ['"example.com"', 'not-a-host'],
  ['{example}.com', 'not-a-host'],
  ['example..com', 'not-a-host'],
  ['.example.com', 'not-a-host'],
  ['exa%6dple.com', 'not-a-host'],
  ['/section', 'not-a-host'],
  ['?x', 'not-a-host'],
  ['http://', 'not-a-host'],
  ['javascript://example.com', 'other-scheme'],
  ['not a host', 'not-a-host'],
  ['user@example.com', 'not-a-host'],
  [`${'a'.repeat(600)}.com`, 'too-long'],
])('%j is refused: %s', (line, problem) => {
  expect(parseCustomPattern(line)).toEqual({ ok: false, problem });
});

test('the longest line that is read has 500 characters', () => {
  const line = (length: number) => `example.com/${'a'.repeat(length - 'example.com/'.length)}`;
  expect(parseCustomPattern(line(500)).ok).toBe(true);
  expect(parseCustomPattern(line(501))).toEqual({ ok: false, problem: 'too-long' });
});

test.each([
  [' example.com ', { kind: 'site', host: 'example.com', text: 'example.com' }],
  ['https://Example.com./', { kind: 'site', host: 'example.com', text: 'https://Example.com./' }],
  ['example.com/*', { kind: 'site', host: 'example.com', text: 'example.com/*' }],
  ['example.com/#top', { kind: 'site', host: 'example.com', text: 'example.com/#top' }],
  ['=Example.com/a', { kind: 'exact', host: 'example.com', text: '=Example.com/a' }],
  ['example.com/a//b*', { kind: 'path', host: 'example.com', path: '/a//b*', text: 'example.com/a//b*' }],
  ['example.com/../a/***', { kind: 'path', host: 'example.com', path: '/a/*', text: 'example.com/../a/***' }],
])('%j is kept as %j', (line, pattern) => expect(parsed(line)).toStrictEqual(pattern));

test.each([
  ['a.example # why', 'a.example'],
  ['a.example\t#why', 'a.example'],
  ['  a.example  ', 'a.example'],
  ['a.example/x#y', 'a.example/x#y'],
  ['# all', ''],
  ['#', ''],
])('without its comment %j is %j', (line, rest) => expect(withoutComment(line)).toBe(rest));

test('repeats are those of the same kind, host and section', () => {
  const lines = [
    'a.example',
    '=a.example',
    'a.example/x',
    'a.example/y',
    'b.example',
    'https://a.example/',
    'A.example/x',
  ];
  expect(parseCustomPatterns(lines).patterns.map(({ text }) => text)).toEqual(lines.slice(0, 5));
});

test('a list keeps its good lines, names its bad ones by number, and drops comments and repeats', () => {
  const { patterns, problems } = parseCustomPatterns([
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
      const result = parseCustomPattern(line);
      if (!result.ok || result.pattern.kind === 'path') return;
      expect(
        matchCustom(
          { href: `https://${result.pattern.host}/`, host: result.pattern.host, path: '/', query: '' },
          [result.pattern],
          'user',
        ),
      ).not.toBeNull();
    }),
  );
});

test('the order of decisions: policy over user, blocked over allowed over list', () => {
  const empty = emptyList('2026-01-01');
  const list = { ...empty, hosts: { ...empty.hosts, core: '\nlisted.test\n' } };
  const nothing: Recognition = {
    list,
    selection: { tiers: ['core'], names: true, wrappers: true, searches: false },
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
    match(url, {
      ...nothing,
      selection: { tiers: ['extended'], names: true, wrappers: true, searches: false },
    }),
  ).toBeNull();
});
