/** Tests that the project's list has no problem, and that the build stops at each kind of wrong entry and names its file and line. */
import { describe, expect, test } from 'vitest';
import { list as plugin } from '../../../scripts/build/list-plugin.ts';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { lintList } from '../../../scripts/list/lint.ts';
import { runList } from '../../../scripts/list/list.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { readList } from '../../../scripts/list/read.ts';
import { hostEntry, listFolder, nameEntry, pathEntry } from './folder.ts';

const FORUMS = 'hosts/extended/buyer-forum.jsonl';
const CORE = 'hosts/core/buyer-forum.jsonl';
const wrapperEntry = (changes: Record<string, unknown> = {}) => ({
  host: 'reader.com',
  target: 'path',
  key: '/read/',
  tier: 'core',
  sources: ['record: a reader for tests'],
  added: '2026-01-01',
  reviewed: '2026-01-01',
  examples: [{ address: 'reader.com/http://a.com/', inside: 'a.com/' }],
  counterExamples: [],
  ...changes,
});
const good = { [FORUMS]: [hostEntry('a-forum.com'), hostEntry('b-forum.com')] };

test('the project’s own list has no problem', () => {
  expect(lintList(parseList(LIST_FOLDER), LIST_FOLDER)).toEqual([]);
});

test('a valid list builds', () => {
  const folder = listFolder({ ...good, 'paths.jsonl': [pathEntry()], 'names.jsonl': [nameEntry()] });
  expect(readList(folder).hosts.map(({ host }) => host)).toEqual(['a-forum.com', 'b-forum.com']);
  const module = plugin(folder).load.call(undefined, '\0virtual:compiled-list');
  expect(module).toContain('"extended":"\\na-forum.com\\nb-forum.com\\n"');
});

type Files = Parameters<typeof listFolder>[0];
const bad: [name: string, files: Files, expected: RegExp][] = [
  ['not JSON', { [FORUMS]: ['{"host": '] }, /buyer-forum\.jsonl:1: json:/],
  [
    'a key that is there twice',
    { [FORUMS]: ['{"host":"a.com","kind":"buyer-forum","\\u0068ost":"b.com"}'] },
    /:1: json: "host" is there twice/,
  ],
  [
    'a file of hosts that is not read',
    { 'hosts/extended/buyer-forum.json': [hostEntry('a.com')] },
    /hosts\/extended\/buyer-forum\.json: misplaced: .*nothing of this one was read/,
  ],
  ['an unknown field', { [FORUMS]: [hostEntry('a.com', { colour: 'red' })] }, /:1: schema: .*colour/],
  ['an unknown kind', { [FORUMS]: [hostEntry('a.com', { kind: 'shop' })] }, /:1: schema: "kind"/],
  ['a date that is none', { [FORUMS]: [hostEntry('a.com', { added: '2026-13-01' })] }, /:1: schema: "added"/],
  [
    'a duplicate',
    { [FORUMS]: [hostEntry('a.com'), hostEntry('a.com')] },
    /:2: duplicate: .*buyer-forum\.jsonl:1/,
  ],
  [
    'a duplicate in another tier',
    { [FORUMS]: [hostEntry('a.com')], [CORE]: [hostEntry('a.com', { tier: 'core' })] },
    /duplicate: host a\.com is already listed/,
  ],
  ['upper case', { [FORUMS]: [hostEntry('A.com')] }, /:1: not-canonical: .*write "a\.com"/],
  ['a trailing dot', { [FORUMS]: [hostEntry('a.com.')] }, /:1: not-canonical/],
  [
    'an IDN in letters',
    { [FORUMS]: [hostEntry('zürich.com')] },
    /:1: not-canonical: .*write "xn--zrich-kva\.com"/,
  ],
  ['an address instead of a host', { [FORUMS]: [hostEntry('https://a.com/')] }, /:1: not-canonical/],
  ['a port', { [FORUMS]: [hostEntry('a.com:8080')] }, /:1: not-canonical/],
  ['an IP address', { [FORUMS]: [hostEntry('10.0.0.1')] }, /:1: not-canonical: .*IP/],
  ['www.', { [FORUMS]: [hostEntry('www.a.com')] }, /:1: not-canonical: .*www\./],
  ['a public suffix', { [FORUMS]: [hostEntry('co.uk')] }, /:1: public-suffix/],
  ['a private public suffix', { [FORUMS]: [hostEntry('blogspot.com')] }, /:1: public-suffix/],
  ['a top-level domain', { [FORUMS]: [hostEntry('com')] }, /:1: public-suffix/],
  ['a subdomain without a note', { [FORUMS]: [hostEntry('a.b.com')] }, /:1: subdomain: .*"b\.com"/],
  [
    'a subdomain of a listed host',
    { [FORUMS]: [hostEntry('a.b.com', { note: 'Only this part.' }), hostEntry('b.com')] },
    /:1: conflict: "b\.com" is listed with all its subdomains/,
  ],
  ['no source', { [FORUMS]: [hostEntry('a.com', { sources: [] })] }, /:1: unsourced/],
  ['an unknown source', { [FORUMS]: [hostEntry('a.com', { sources: ['QQ'] })] }, /:1: unsourced: .*QQ/],
  [
    'a share-alike source alone',
    { [FORUMS]: [hostEntry('a.com', { sources: ['C'] })] },
    /:1: unsourced: C may not/,
  ],
  ['hearsay alone', { [FORUMS]: [hostEntry('a.com', { sources: ['G'] })] }, /:1: unsourced: G may not/],
  [
    'core on one list',
    { [CORE]: [hostEntry('a.com', { tier: 'core', sources: ['W'] })] },
    /:1: weak: core needs a public record or two/,
  ],
  [
    'core on two lists of which one copies the other',
    { [CORE]: [hostEntry('a.com', { tier: 'core', sources: ['A', 'S'] })] },
    /:1: weak/,
  ],
  [
    'core on one list that is named twice',
    { [CORE]: [hostEntry('a.com', { tier: 'core', sources: ['W', 'W'] })] },
    /:1: unsourced: "W" is named twice[\s\S]*:1: weak/,
  ],
  [
    'a source that may copy one that there is not',
    {
      'sources.json': [
        '{"W":{"title":"A list of names","date":"2026","licence":"MIT","judgement":"Good enough.",',
        '"standing":"list","alone":true,"mayCopy":["V"]}}',
      ],
    },
    /sources\.json: unsourced: "W" may copy V, which is no source/,
  ],
  [
    'core on what the site says about itself',
    { [CORE]: [hostEntry('a.com', { tier: 'core', sources: ['W', 'own: its page of terms'] })] },
    /:1: weak/,
  ],
  [
    'sugar dating outside the broad tier',
    { 'hosts/extended/sugar-for-pay.jsonl': [hostEntry('a.com', { kind: 'sugar-for-pay' })] },
    /:1: conflict: .*broad/,
  ],
  [
    'the wrong file',
    { [CORE]: [hostEntry('a.com')] },
    /:1: misplaced: .*hosts\/extended\/buyer-forum\.jsonl/,
  ],
  ['unsorted lines', { [FORUMS]: [hostEntry('b.com'), hostEntry('a.com')] }, /:2: unsorted: "a\.com"/],
  [
    'a review before the entry',
    { [FORUMS]: [hostEntry('a.com', { reviewed: '2025-01-01' })] },
    /:1: dates: reviewed on 2025-01-01/,
  ],
  [
    'a refused host',
    {
      [FORUMS]: [hostEntry('a.com')],
      'refused.jsonl': [
        { host: 'a.com', reason: 'taken-over', note: 'A bakery now.', reviewed: '2026-01-01' },
      ],
    },
    /:1: conflict: "a\.com" was refused \(taken-over\)/,
  ],
  [
    'a refusal below a listed host',
    {
      ...good,
      'refused.jsonl': [
        { host: 'blog.a-forum.com', reason: 'out-of-scope', note: 'Its blog.', reviewed: '2026-01-01' },
      ],
    },
    /refused\.jsonl:1: conflict: "a-forum\.com" is listed .* opens nothing/,
  ],
  [
    'a guess that covers a refused host',
    {
      'names.jsonl': [nameEntry()],
      'refused.jsonl': [
        { host: 'zzword.com', reason: 'not-unmistakable', note: 'A lingerie house.', reviewed: '2026-01-01' },
      ],
    },
    /refused\.jsonl:1: conflict: .*rule "word" covers it/,
  ],
  [
    'a section of a host that is listed as a whole',
    { [FORUMS]: [hostEntry('general.com')], 'paths.jsonl': [pathEntry()] },
    /paths\.jsonl:1: conflict/,
  ],
  [
    'a section without a boundary',
    { 'paths.jsonl': [pathEntry({ regex: '/adult', examples: ['general.com/adult'] })] },
    /paths\.jsonl:1: regex: .*boundary/,
  ],
  [
    'look-ahead',
    { 'paths.jsonl': [pathEntry({ regex: '/adult(?!s)(?:[/?#]|$)' })] },
    /paths\.jsonl:1: regex: .*RE2/,
  ],
  ['look-behind', { 'names.jsonl': [nameEntry({ any: ['(?<!x)zzword'] })] }, /names\.jsonl:1: regex: .*RE2/],
  [
    'a back-reference',
    { 'names.jsonl': [nameEntry({ any: ['(z)\\1word'] })] },
    /names\.jsonl:1: regex: .*RE2/,
  ],
  [
    'a possessive quantifier',
    { 'names.jsonl': [nameEntry({ any: ['zz+?+word'] })] },
    /names\.jsonl:1: regex: .*RE2/,
  ],
  [
    'an anchor of RE2',
    { 'names.jsonl': [nameEntry({ any: ['\\Azzword'] })] },
    /names\.jsonl:1: regex: .*RE2/,
  ],
  ['a counted repetition', { 'names.jsonl': [nameEntry({ any: ['z{2}word'] })] }, /:1: regex: .*by number/],
  [
    'alternatives before the words',
    { 'names.jsonl': [nameEntry({ lead: 'x|y', examples: ['yzzword.com'] })] },
    /names\.jsonl:1: regex: x\|y has alternatives outside of a group/,
  ],
  [
    'alternatives of which the second is any section of any site',
    { 'paths.jsonl': [pathEntry({ regex: '/adult(?:[/?#]|$)|/sex(?:[/?#]|$)' })] },
    /paths\.jsonl:1: regex: .*outside of a group/,
  ],
  [
    'alternatives in a word about sections',
    { 'names.jsonl': [nameEntry({ at: 'section', any: ['/zz|/word'], examples: ['a.com/zz'] })] },
    /names\.jsonl:1: regex: .*outside of a group/,
  ],
  [
    'capitals in a word',
    { 'names.jsonl': [nameEntry({ any: ['zzWord'] })] },
    /:1: regex: zzWord has capitals/,
  ],
  [
    'a word beyond ASCII that is no label',
    { 'names.jsonl': [nameEntry({ any: ['zz ß'] })] },
    /names\.jsonl:1: regex: .*no label/,
  ],
  [
    'an example that is no address',
    { 'names.jsonl': [nameEntry({ examples: ['my zzword.com'] })] },
    /names\.jsonl:1: example: "my zzword\.com" is no address/,
  ],
  [
    'a counter-example that is no address',
    { 'paths.jsonl': [pathEntry({ counterExamples: [''] })] },
    /paths\.jsonl:1: example: "" is no address/,
  ],
  ['broken syntax', { 'names.jsonl': [nameEntry({ any: ['zzword('] })] }, /names\.jsonl:1: regex/],
  [
    'a regex too big',
    { 'names.jsonl': [nameEntry({ any: ['z'.repeat(120)] })] },
    /names\.jsonl:1: too-big: .*cost/,
  ],
  [
    'an example that does not match',
    { 'names.jsonl': [nameEntry({ examples: ['other.com'] })] },
    /names\.jsonl:1: example: "other\.com" should match/,
  ],
  [
    'an example that an exclusion lifts',
    {
      'names.jsonl': [nameEntry({ examples: ['petzzword.com'] })],
      'name-exclusions.jsonl': [
        {
          id: 'pets',
          at: 'start',
          any: ['pet'],
          reason: 'Words that only tests use.',
          examples: ['petword.com'],
          added: '2026-01-01',
          reviewed: '2026-01-01',
        },
      ],
    },
    /names\.jsonl:1: lifted: "petzzword\.com" .* exclusion "pets" lifts it/,
  ],
  [
    'a counter-example that matches',
    { 'names.jsonl': [nameEntry({ counterExamples: ['azzword.com'] })] },
    /names\.jsonl:1: example: "azzword\.com" must stay open/,
  ],
  [
    'a wrapper with broken syntax',
    { 'wrappers.jsonl': [wrapperEntry({ key: '/(read|' })] },
    /wrappers\.jsonl:1: regex/,
  ],
  [
    'a wrapper that does not hold what it says',
    {
      'wrappers.jsonl': [wrapperEntry()],
    },
    /wrappers\.jsonl:1: example: .*contains "null"/,
  ],
];

describe('the build stops at', () => {
  test.each(bad)('%s', (_name, files, expected) => {
    const folder = listFolder(files);
    expect(() => readList(folder)).toThrow(expected);
    expect(() => plugin(folder).load.call(undefined, '\0virtual:compiled-list')).toThrow(/problem\(s\)/);
  });
});

test('one message names every problem, in the order of files and lines', () => {
  const folder = listFolder({
    [FORUMS]: [hostEntry('B.com'), hostEntry('co.uk'), hostEntry('c.com', { sources: [] })],
  });
  const rules = lintList(parseList(folder), folder).map(({ line, rule }) => `${line} ${rule}`);
  expect(rules).toEqual(expect.arrayContaining(['1 not-canonical', '2 public-suffix', '3 unsourced']));
  expect(rules).toEqual([...rules].sort());
});

test('a day that is still to come is a finding of the command, and no reason to stop a build', () => {
  const folder = listFolder({ [FORUMS]: [hostEntry('a-forum.com', { reviewed: '2062-01-02' })] });
  expect(readList(folder).hosts).toHaveLength(1);
  const { code, text } = runList(['lint'], '2026-06-01', folder);
  expect({ code, text }).toMatchObject({
    code: 1,
    text: expect.stringContaining(':1: dates: reviewed on 2062-01-02'),
  });
  expect(runList(['lint'], '2062-01-01', folder).code).toBe(0);
});
