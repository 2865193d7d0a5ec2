import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNames } from '../../../scripts/list/commands/import.ts';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder, nameEntry } from './folder.ts';

const FORUMS = 'hosts/extended/buyer-forum.jsonl';
const TODAY = '2026-06-01';

function folderWith(...hosts: Record<string, unknown>[]): string {
  return listFolder({
    [FORUMS]: hosts.length > 0 ? hosts : [hostEntry('b-forum.com'), hostEntry('d-forum.com')],
    'names.jsonl': [nameEntry()],
    'name-exclusions.jsonl': [
      {
        id: 'clubs',
        at: 'anywhere',
        any: ['club'],
        reason: 'Clubs are innocent.',
        examples: ['club-zzword.com'],
        added: '2026-01-01',
        reviewed: '2026-01-01',
      },
    ],
    'refused.jsonl': [
      { host: 'bakery.com', reason: 'taken-over', note: 'A bakery now.', reviewed: '2026-01-01' },
    ],
  });
}

const run = (folder: string, ...args: string[]) => runList(args, TODAY, folder);

describe('explain', () => {
  test('names the entry, its place, its sources and what opens it', () => {
    const { code, text, data } = run(folderWith(), 'explain', 'https://x.d-forum.com:8080/a');
    expect(code).toBe(0);
    expect(text).toContain(`data/list/${FORUMS}:2`);
    expect(text).toContain('ShadowWhisperer');
    expect(data).toMatchObject({ covered: true, id: 'd-forum.com', tier: 'extended', onByDefault: true });
  });

  test('says why an address is open', () => {
    expect(run(folderWith(), 'explain', 'bakery.com')).toMatchObject({ code: 1 });
    expect(run(folderWith(), 'explain', 'bakery.com').text).toContain(
      'was refused (taken-over): A bakery now.',
    );
    expect(run(folderWith(), 'explain', 'club-zzword.com').text).toContain('lifted by exclusion "clubs"');
  });

  test('names what covers an address by default although its entry is off', () => {
    const folder = folderWith(hostEntry('azzword.com', { tier: 'broad' }), hostEntry('b-forum.com'));
    const { text, data } = run(folder, 'explain', 'azzword.com');
    expect(data).toMatchObject({ tier: 'broad', onByDefault: true, fallback: { kind: 'name', id: 'word' } });
    expect(text).toContain('tier      broad (off by default)');
    expect(text).toContain('else      name "word", tier extended, covers it by default');
    const plain = folderWith(hostEntry('a-forum.com', { tier: 'broad' }));
    expect(run(plain, 'explain', 'a-forum.com').data).toMatchObject({ onByDefault: false, fallback: null });
  });

  test('names the tier of a wrapper beside that of the entry', () => {
    const { text, data } = runList(
      ['explain', 'https://web.archive.org/web/2018/http://backpage.com/'],
      TODAY,
    );
    expect(data).toMatchObject({ onByDefault: false, wrapper: 'web.archive.org', wrapperTier: 'archives' });
    expect(text).toContain('wrapper   web.archive.org, tier archives (off by default)');
  });

  test('wants one web address', () => {
    expect(run(folderWith(), 'explain')).toMatchObject({ code: 2 });
    expect(run(folderWith(), 'explain', 'ftp://a.com/')).toMatchObject({ code: 2 });
  });
});

describe('add', () => {
  test('puts a host in its place and passes the linter', () => {
    const folder = folderWith();
    const done = run(
      folder,
      'add',
      'c-forum.com',
      '--kind',
      'buyer-forum',
      '--sources',
      'W,https://press.example/a,b',
    );
    expect(done).toMatchObject({ code: 0 });
    const lines = readFileSync(join(folder, FORUMS), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).host)).toEqual(['b-forum.com', 'c-forum.com', 'd-forum.com']);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      sources: ['W', 'https://press.example/a,b'],
      added: TODAY,
      status: 'unknown',
    });
    expect(run(folder, 'lint')).toMatchObject({ code: 0 });
  });

  test('makes a new file where there is none', () => {
    const folder = folderWith();
    const args = ['--kind', 'massage-review', '--tier', 'core', '--sources', 'W,B'];
    expect(run(folder, 'add', 'c-massage.com', ...args)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'hosts/core/massage-review.jsonl'), 'utf8')).toContain('c-massage.com');
  });

  test.each([
    ['co.uk', 'W', 'public-suffix'],
    ['B-forum.com', 'W', 'not-canonical'],
    ['b-forum.com', 'W', 'duplicate'],
    ['c-forum.com', 'G', 'unsourced'],
    ['bakery.com', 'W', 'refused'],
  ])('takes %s back: %s, %s', (host, sources, reason) => {
    const folder = folderWith();
    const before = readFileSync(join(folder, FORUMS), 'utf8');
    const done = run(folder, 'add', host, '--kind', 'buyer-forum', '--sources', sources);
    expect(done.code).toBe(1);
    expect(done.text).toContain(reason);
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(before);
  });

  test('says which words an option takes', () => {
    const done = run(folderWith(), 'add', 'c.com', '--kind', 'shop', '--sources', 'W');
    expect(done.code).toBe(2);
    expect(done.text).toContain('buyer-forum');
  });
});

describe('import', () => {
  const theirs = `# a comment
0.0.0.0 localhost
127.0.0.1 www.b-forum.com # ours
||new-site.com^$important
sub.d-forum.com
bakery.com
co.uk
azzword.com
! adblock comment
open.com##.banner
open.com#@#.banner
@@||open.com^
0.0.0.0 one.com two.com # and no more
`;

  test('reads hosts files, domain lists and adblock rules', () => {
    expect(parseNames(theirs)).toEqual([
      'b-forum.com',
      'new-site.com',
      'sub.d-forum.com',
      'bakery.com',
      'co.uk',
      'azzword.com',
      'one.com',
      'two.com',
    ]);
  });

  test('sorts every name into new, known, covered, rejected and gone', () => {
    const folder = folderWith(hostEntry('b-forum.com'), hostEntry('d-forum.com'), hostEntry('e-forum.com'));
    const file = join(folder, 'theirs.txt');
    writeFileSync(file, theirs);
    const { code, data } = run(folder, 'import', file, '--source', 'W');
    expect(code).toBe(0);
    expect(data).toMatchObject({
      new: ['new-site.com', 'one.com', 'two.com'],
      known: ['b-forum.com', 'sub.d-forum.com'],
      covered: [{ host: 'azzword.com', by: 'name word' }],
      gone: ['d-forum.com', 'e-forum.com'],
    });
    expect((data as { rejected: { host: string }[] }).rejected.map(({ host }) => host)).toEqual([
      'bakery.com',
      'co.uk',
    ]);
  });

  test('says which file or source is missing', () => {
    expect(run(folderWith(), 'import', '/nowhere/list.txt').text).toContain('no file /nowhere/list.txt');
    const folder = folderWith();
    expect(run(folder, 'import', join(folder, 'sources.json'), '--source', 'QQ').text).toContain(
      'has no "QQ"',
    );
  });
});

describe('stale', () => {
  const folder = () =>
    folderWith(
      hostEntry('a.com', { status: 'seized' }),
      hostEntry('b.com', { status: 'active' }),
      hostEntry('c.com', { status: 'unknown' }),
    );

  test('asks for seized sites first, then for the others', () => {
    const ids = (on: string) =>
      (run(folder(), 'stale', '--on', on).data as { id: string }[]).map(({ id }) => id);
    expect(ids('2026-06-30')).toEqual([]);
    expect(ids('2026-07-01')).toEqual(['a.com']);
    expect(ids('2026-10-01')).toEqual(['a.com', 'c.com']);
    expect(ids('2027-01-02')).toContain('b.com');
  });

  test('has an exit code that a calendar job can use', () => {
    expect(run(folder(), 'stale', '--on', '2026-06-30').code).toBe(0);
    expect(run(folder(), 'stale', '--on', '2027-06-30').code).toBe(1);
    expect(run(folder(), 'stale', '--on', 'tomorrow').code).toBe(2);
  });
});

describe('stats and export', () => {
  test('count what is there', () => {
    expect(run(folderWith(), 'stats').data).toMatchObject({
      hosts: 2,
      byTier: { extended: 2 },
      nameRules: 1,
      refused: 1,
    });
  });

  test.each([
    ['domains', /^b-forum\.com$/m],
    ['hosts', /^0\.0\.0\.0 b-forum\.com$/m],
    ['adblock', /^\|\|b-forum\.com\^$/m],
  ])('write %s', (format, line) => {
    const { code, text } = run(folderWith(), 'export', '--format', format);
    expect(code).toBe(0);
    expect(text).toMatch(line);
  });

  test('an exported file is all known when it is read back', () => {
    const folder = folderWith();
    const file = join(folder, 'out.txt');
    expect(run(folder, 'export', '--format', 'adblock', '--out', file)).toMatchObject({ code: 0 });
    const { data } = run(folder, 'import', file);
    expect(data).toMatchObject({ new: [], known: ['b-forum.com', 'd-forum.com'], rejected: [] });
  });

  test('refuse a format or a tier that there is not', () => {
    expect(run(folderWith(), 'export', '--format', 'pdf').code).toBe(2);
    expect(run(folderWith(), 'export', '--tiers', 'core,other').text).toContain('no tier "other"');
  });
});

describe('the command line', () => {
  test('names its commands', () => {
    expect(run(folderWith()).text).toContain('explain ADDRESS');
    expect(run(folderWith(), 'bogus')).toMatchObject({ code: 2 });
    expect(run(folderWith(), 'stats', '--bogus', 'x')).toMatchObject({ code: 2 });
  });

  test('lint has a finding for a broken list', () => {
    const folder = folderWith(hostEntry('co.uk'));
    expect(run(folder, 'lint', '--json')).toMatchObject({ code: 1, json: true });
  });
});

describe('a file that is not UTF-8', () => {
  const bytes = Buffer.from('fine.com\ncaf\u00e9.com\n', 'latin1');

  test('is not imported: its place is named', () => {
    const folder = folderWith();
    const file = join(folder, 'other.txt');
    writeFileSync(file, bytes);
    const { code, text } = run(folder, 'import', file);
    expect({ code, text }).toEqual({
      code: 1,
      text: `${file}:2:4: byte 0xE9 is not UTF-8. Save the file as UTF-8.`,
    });
  });

  test('is a finding in the list itself', () => {
    const folder = folderWith();
    writeFileSync(join(folder, FORUMS), bytes);
    const { code, text } = run(folder, 'lint');
    expect(code).toBe(1);
    expect(text).toContain(`data/list/${FORUMS}:2: utf-8: byte 0xE9 in column 4 is not UTF-8`);
  });
});
