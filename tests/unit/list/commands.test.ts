/** Tests the commands of `npm run list`: a change that the lint would refuse changes no file, and misuse is said in one line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readForeignNames } from '../../../scripts/list/foreign-names.ts';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder, nameEntry, pathEntry } from './folder.ts';

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

  // Uses one test for each, because each reads the whole list again.
  test.each([
    ['eros.com', /because {3}escort-directory, active/],
    ['skokka.de', /covered by brand "skokka\.\*"[\s\S]*because {3}escort-directory/],
    ['https://www.markt.de/erotik/x', /because {3}classifieds-adult-section/],
    ['www.markt.de', /only a section of it is covered: markt\.de#erotik, such as /],
    ['kleinanzeigen.de', /was refused \(general-site\): No section/],
    ['archive.ph', /it shows other sites: covered with a listed address inside, such as archive\.ph\//],
    ['eth.limo', /was refused \(out-of-scope\): As a wrapper/],
    [
      'nothing-is-known-of-it.example',
      /^http:\/\/nothing-is-known-of-it\.example is not covered by anything in the list\.$/,
    ],
  ])('says what the list knows of %s', (address, expected) => {
    expect(runList(['explain', address], TODAY).text).toMatch(expected);
  });

  test('says why a name rule matches, and where a brand counts', () => {
    const folder = folderWith();
    expect(run(folder, 'explain', 'azzword.com').text).toContain('because   A word that only tests use.');
    const brand = {
      label: 'brand',
      under: ['com'],
      kind: 'buyer-forum',
      tier: 'extended',
      status: 'active',
      sources: ['W', 'B'],
      added: '2026-01-01',
      reviewed: '2026-01-02',
      examples: ['brand.com'],
      counterExamples: ['brand.org'],
    };
    writeFileSync(join(folder, 'brands.jsonl'), `${JSON.stringify(brand)}\n`);
    expect(run(folder, 'explain', 'brand.org').text).toContain('brand "brand.*" counts only under .com');
    expect(run(folder, 'explain', 'brand.com').text).toContain('because   buyer-forum, active');
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

  test('names the tier of a wrapper next to that of the entry', () => {
    const { text, data } = runList(
      ['explain', 'https://web.archive.org/web/2018/http://backpage.com/'],
      TODAY,
    );
    expect(data).toMatchObject({ onByDefault: false, wrapper: 'web.archive.org', wrapperTier: 'archives' });
    expect(text).toContain('wrapper   web.archive.org, tier archives (off by default)');
  });

  test('says of a search that it is off by default, and on what evidence it counts', () => {
    const { code, text, data } = runList(
      ['explain', 'https://www.google.com/search?q=escorts+in+london'],
      TODAY,
    );
    expect({ code, data }).toMatchObject({ code: 0, data: { kind: 'search', onByDefault: false } });
    expect(text).toContain('searches count where recognizeSearches is on (off by default)');
    expect(text).toMatch(/entry {5}data\/list\/searches\.jsonl:\d+, reviewed/);
    expect(text).toContain('opens it  recognizeSearches switched off');
  });

  test('requires one web address', () => {
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
  ])('undoes adding %s: %s, %s', (host, sources, reason) => {
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
    expect(readForeignNames(theirs).names).toEqual([
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

  test.each([
    ['dnsmasq', 'local=/a-site.com/\naddress=/b-site.com/0.0.0.0\nserver=/c-site.com/'],
    [
      'unbound',
      'server:\nlocal-zone: "a-site.com" always_null\nlocal-zone: "b-site.com." redirect\nlocal-data: "c-site.com A 0.0.0.0"',
    ],
    ['Clash', "payload:\n  - DOMAIN-SUFFIX,a-site.com\n  - DOMAIN,b-site.com,REJECT\n  - '+.c-site.com'"],
    [
      'RPZ',
      '$TTL 60\n@ SOA localhost. root.localhost. 1 2 3 4 5\n@ NS localhost.\na-site.com CNAME .\n*.a-site.com CNAME .\nb-site.com 60 IN CNAME .\nc-site.com CNAME rpz-drop. ; why',
    ],
    ['V2Ray', 'domain:a-site.com\nfull:b-site.com @ads\nc-site.com'],
    ['addresses', 'https://a-site.com/\nhttp://www.b-site.com\nhttps://c-site.com/'],
  ])('reads %s', (_, text) => {
    const { names, skipped } = readForeignNames(text);
    expect([...new Set(names)]).toEqual(['a-site.com', 'b-site.com', 'c-site.com']);
    expect(skipped).toEqual({});
  });

  test('counts the lines that name no whole host', () => {
    const { names, skipped } = readForeignNames(
      '||a.com/ads\nhttps://a.com/section/\nkeyword:zz\nregexp:.*zz\na.com##.x\n<html>\n127.0.0.1 localhost\n::1 ip6-localhost\nb.com',
    );
    expect(names).toEqual(['b.com']);
    expect(Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(skipped['a rule for a part of an address']).toBe(2);
  });

  test('calls gone only what the whole file lacks, whatever --only says', () => {
    const folder = folderWith(hostEntry('b-forum.com'), hostEntry('e-escort.com'), hostEntry('f-escort.com'));
    const file = join(folder, 'theirs.txt');
    writeFileSync(file, 'b-forum.com\nwww.e-escort.com\n');
    const { data } = run(folder, 'import', file, '--source', 'W', '--only', 'escort');
    expect(data).toMatchObject({ gone: ['f-escort.com'], new: [] });
  });

  test('several lists become one file of ranked families, and verdicts in it are applied', () => {
    const folder = folderWith();
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const w = write('w.txt', 'london-escorts1.com\nlondonescort.net\nknitting.com\nb-forum.com\n');
    const s = write('s.txt', 'londonescort.net\nknitting.com\n');
    const out = join(folder, 'review.jsonl');
    expect(run(folder, 'import', `W=${w}`, `S=${s}`, '--out', out)).toMatchObject({ code: 0 });
    const rows = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ family }) => family)).toEqual(['londonescort', 'knitting']);
    expect(rows[0]).toMatchObject({
      language: 'en',
      plain: true,
      hosts: [
        { host: 'london-escorts1.com', sources: ['W'] },
        { host: 'londonescort.net', sources: ['S', 'W'] },
      ],
    });
    expect(run(folder, 'review', out).text).toContain('0 listed, 0 refused, 0 known before, 3 left');
    const decided = [
      { ...rows[0], verdict: 'list' },
      { ...rows[1], verdict: 'refuse', reason: 'not-unmistakable', note: 'Wool, as far as anybody knows.' },
    ];
    writeFileSync(out, decided.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect(run(folder, 'review', out).text).toContain('2 listed, 1 refused');
    expect(run(folder, 'lint').code).toBe(0);
    expect(run(folder, 'explain', 'londonescort.net').data).toMatchObject({ covered: true, tier: 'core' });
    expect(run(folder, 'explain', 'london-escorts1.com').data).toMatchObject({ tier: 'extended' });
    expect(run(folder, 'explain', 'knitting.com').text).toContain('Wool');
  });

  test('a review that would not pass changes nothing', () => {
    const folder = folderWith();
    const row = {
      family: 'x',
      verdict: 'list',
      kind: 'buyer-forum',
      tier: 'auto',
      reason: '',
      note: '',
      score: 1,
      language: 'unknown',
      plain: false,
      hosts: [
        { host: 'c-forum.com', sources: ['W'] },
        { host: 'co.uk', sources: ['W'] },
      ],
    };
    const file = join(folder, 'review.jsonl');
    writeFileSync(file, JSON.stringify(row));
    const before = readFileSync(join(folder, FORUMS), 'utf8');
    expect(run(folder, 'review', file)).toMatchObject({ code: 1 });
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(before);
    writeFileSync(file, JSON.stringify({ ...row, verdict: 'maybe' }));
    expect(run(folder, 'review', file).text).toContain(':1: "verdict"');
    writeFileSync(file, JSON.stringify({ ...row, verdict: 'refuse' }));
    expect(run(folder, 'review', file).text).toContain('without a reason');
  });

  test('says which file or source is missing', () => {
    expect(run(folderWith(), 'import', '/nowhere/list.txt').text).toContain('no file /nowhere/list.txt');
    const folder = folderWith();
    expect(run(folder, 'import', join(folder, 'sources.json'), '--source', 'QQ').text).toContain(
      'has no "QQ"',
    );
  });
});

describe('every command', () => {
  const commands = (runList(['--help'], TODAY).text.match(/^npm run list -- (\w+)/gm) ?? []).map(
    (line) => line.split(' ').at(-1) ?? '',
  );

  test('is in the help', () => expect(commands).toContain('measure'));

  test.each(commands)('%s explains itself, and says in one line what was wrong', (name) => {
    const help = runList([name, '--help'], TODAY);
    expect(help).toMatchObject({ code: 0 });
    expect(help.text).toMatch(new RegExp(`^npm run list -- ${name}\\b`));
    const wrong = runList([name, '--nonsense'], TODAY);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.text).toBe(`Unknown option '--nonsense' (see npm run list -- ${name} --help)`);
  });

  test('with an unknown name lists the known ones', () => {
    const { code, text } = runList(['nonsense'], TODAY);
    expect({ code, lines: text.split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(text).toContain('there are lint, explain');
    expect(runList(['--nonsense'], TODAY)).toMatchObject({
      code: 2,
      text: "Unknown option '--nonsense' (see --help)",
    });
  });
});

describe('stale', () => {
  const folder = () =>
    folderWith(
      hostEntry('a.com', { status: 'seized' }),
      hostEntry('b.com', { status: 'active' }),
      hostEntry('c.com', { status: 'unknown' }),
    );

  test('every entry is due within its time, seized ones sooner', () => {
    const ids = (on: string) =>
      (run(folder(), 'stale', '--on', on).data as { id: string }[]).map(({ id }) => id);
    // Reviewed on January 2: due after between a quarter and all of 180, 270 or 365 days.
    expect(ids('2026-02-15')).toEqual([]);
    expect(ids('2026-07-01')).toContain('a.com');
    expect(ids('2026-09-29')).toContain('c.com');
    expect(ids('2027-01-02')).toContain('b.com');
  });

  test('spreads what was reviewed on one day, so that not all of it is due on one day', () => {
    const many = folderWith(
      ...Array.from({ length: 300 }, (_, n) => hostEntry(`s${String(n).padStart(3, '0')}.com`)),
    );
    const due = (run(many, 'stale', '--on', '2027-01-02').data as { due: string }[]).map((item) => item.due);
    const perDay = [...Map.groupBy(due, (day) => day).values()].map((same) => same.length);
    expect(due.length).toBeGreaterThanOrEqual(300);
    expect(Math.max(...perDay)).toBeLessThan(12);
  });

  test('has an exit code that a calendar job can use', () => {
    expect(run(folder(), 'stale', '--on', '2026-02-10').code).toBe(0);
    expect(run(folder(), 'stale', '--on', '2027-06-30').code).toBe(1);
    expect(run(folder(), 'stale', '--on', 'tomorrow').code).toBe(2);
  });
});

describe('remove, refuse and move', () => {
  test('take hosts out, and write down why', () => {
    const folder = folderWith();
    expect(run(folder, 'remove', 'b-forum.com')).toMatchObject({ code: 0 });
    expect(run(folder, 'explain', 'b-forum.com')).toMatchObject({ code: 1 });
    const why = ['--reason', 'taken-over', '--note', 'A bakery since May.'];
    expect(run(folder, 'refuse', 'd-forum.com', 'never-listed.com', ...why)).toMatchObject({ code: 0 });
    for (const host of ['d-forum.com', 'never-listed.com'])
      expect(run(folder, 'explain', host).text).toContain('A bakery since May.');
    expect(run(folder, 'lint').code).toBe(0);
  });

  test('move a host to the file of its new tier and kind', () => {
    const folder = folderWith();
    const where = ['--tier', 'broad', '--kind', 'massage-review'];
    expect(run(folder, 'move', 'b-forum.com', ...where)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'hosts/broad/massage-review.jsonl'), 'utf8')).toContain('b-forum.com');
    expect(run(folder, 'lint').code).toBe(0);
  });

  test('change nothing for a host that is not listed, or where the list would not pass', () => {
    const folder = folderWith(hostEntry('b-forum.com', { sources: ['X'] }), hostEntry('d-forum.com'));
    const before = readFileSync(join(folder, FORUMS), 'utf8');
    expect(run(folder, 'remove', 'b-forum.com', 'other.com')).toMatchObject({ code: 1 });
    expect(run(folder, 'move', 'b-forum.com', '--tier', 'core').text).toContain('weak');
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(before);
    expect(run(folder, 'move', 'b-forum.com')).toMatchObject({ code: 2 });
    expect(run(folder, 'refuse', 'b-forum.com', '--reason', 'dull', '--note', 'x')).toMatchObject({
      code: 2,
    });
  });

  test('add takes several hosts, and whole lines of other files', () => {
    const folder = folderWith();
    const kind = ['--kind', 'buyer-forum', '--sources', 'W'];
    expect(run(folder, 'add', 'c-forum.com', 'a-forum.com', ...kind)).toMatchObject({ code: 0 });
    const { added: _added, reviewed: _reviewed, ...path } = pathEntry();
    const file = join(folder, 'lines.jsonl');
    writeFileSync(file, `${JSON.stringify(path)}\n`);
    expect(run(folder, 'add', '--in', 'paths', file)).toMatchObject({ code: 0 });
    expect(run(folder, 'explain', 'https://general.com/adult')).toMatchObject({ code: 0 });
    expect(run(folder, 'add', '--in', 'paths', file).text).toContain('duplicate');
    expect(run(folder, 'add', '--in', 'hats', file)).toMatchObject({ code: 2 });
    expect(run(folder, 'lint').code).toBe(0);
  });

  test('a file that grows too long to review is cut in two', () => {
    const hosts = Array.from({ length: 500 }, (_, n) => hostEntry(`s${String(n).padStart(3, '0')}.com`));
    const folder = folderWith(...hosts);
    expect(run(folder, 'add', 'z.com', '--kind', 'buyer-forum', '--sources', 'W')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'hosts/extended/buyer-forum.from-s251.jsonl'), 'utf8')).toContain(
      'z.com',
    );
    expect(run(folder, 'lint').code).toBe(0);
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
    ['dnsmasq', /^local=\/b-forum\.com\/$/m],
    ['rpz', /^\*\.b-forum\.com CNAME \.$/m],
  ])('write %s', (format, line) => {
    const { code, text } = run(folderWith(), 'export', '--format', format);
    expect(code).toBe(0);
    expect(text).toMatch(line);
  });

  test.each(['domains', 'hosts', 'adblock', 'dnsmasq', 'rpz'])(
    'a file exported as %s is all known when it is read back',
    (format) => {
      const folder = folderWith();
      const file = join(folder, 'out.txt');
      expect(run(folder, 'export', '--format', format, '--out', file)).toMatchObject({ code: 0 });
      const { data } = run(folder, 'import', file);
      expect(data).toMatchObject({
        new: [],
        known: ['b-forum.com', 'd-forum.com'],
        rejected: [],
        skipped: {},
      });
    },
  );

  test('adblock has its header, brands under every suffix and sections; no format has the check address', () => {
    const { text } = runList(['export', '--format', 'adblock'], TODAY);
    const head = text.split('\n').slice(0, 5);
    expect(head[0]).toBe('[Adblock Plus 2.0]');
    for (const word of ['Title', 'Version', 'Expires', 'License'])
      expect(head.some((line) => line.startsWith(`! ${word}: `))).toBe(true);
    expect(text).toContain('\n||skokka.*^\n');
    expect(text).toMatch(/^\/.*publi24.*|domain=publi24\.ro$/m);
    for (const line of text.split('\n').filter((one) => one.startsWith('/'))) {
      const regex = new RegExp(/^\/(.+)\/\$document/.exec(line)?.[1] ?? '(', 'i');
      expect(regex.test('https://www.example.org/')).toBe(false);
    }
    expect(text).not.toContain('second-thought.test');
    expect(runList(['export'], TODAY).text).not.toContain('second-thought.test');
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

  test('says misuse in one line, and answers --help', () => {
    for (const args of [
      ['bogus'],
      ['stats', '--bogus', 'x'],
      ['review'],
      ['add'],
      ['move', 'a.com'],
      ['import'],
    ]) {
      const { code, text } = run(folderWith(), ...args);
      expect(code).toBe(2);
      expect(text.split('\n')).toHaveLength(1);
    }
    for (const name of ['review', 'remove', 'export', 'add'])
      expect(run(folderWith(), name, '--help')).toMatchObject({ code: 0 });
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
