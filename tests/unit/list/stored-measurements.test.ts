/** Tests that the list still covers what it covered: recall on the corpora does not fall, and no more innocent names are covered. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCorpora } from '../../../scripts/list/corpora.ts';
import { LIST_FOLDER } from '../../../scripts/list/files.ts';
import { runList } from '../../../scripts/list/list.ts';
import { compareFigures, measureList } from '../../../scripts/list/measure.ts';
import { DOCS_FOLDER, pages } from '../../../scripts/list/measure-page.ts';
import { percent } from '../../../scripts/list/measure-table.ts';
import { parseList } from '../../../scripts/list/parse.ts';
import { LINE_SCHEMAS } from '../../../scripts/list/schema.ts';
import { formatMeasured, readMeasured } from '../../../scripts/list/stored-measurements.ts';
import { hostEntry } from './folder.ts';

const kept = readMeasured(LIST_FOLDER);

test('no figure is worse than the one kept', { timeout: 60_000 }, () => {
  const { entries, refused } = parseList(LIST_FOLDER);
  const hosts = refused.map(({ host }) => host);
  const { worse, better } = compareFigures(kept.now, measureList(entries, hosts, readCorpora()).figures);
  if (better.length > 0)
    console.info(
      `Better than kept: ${better.map(({ row }) => row).join(', ')}. Please run: npm run list -- measure --write`,
    );
  expect(worse).toEqual([]);
});

test('the file and the pages are what the command would write', () => {
  expect(readFileSync(join(LIST_FOLDER, 'measured.json'), 'utf8')).toBe(formatMeasured(kept));
  for (const [file, text] of Object.entries(pages(kept)))
    expect(readFileSync(join(DOCS_FOLDER, file), 'utf8'), file).toBe(text);
});

test('the corpora are as big as they were, and no innocent name is among the families', () => {
  const corpora = readCorpora();
  expect(corpora.operators.length).toBeGreaterThanOrEqual(92);
  expect(corpora.families.length).toBeGreaterThanOrEqual(493);
  expect(corpora.innocent.length).toBeGreaterThanOrEqual(1_900);
  expect(corpora.collected.length).toBeGreaterThanOrEqual(6_300);
  expect(
    corpora.families.filter(({ names }) => names.some((name) => !/^[a-z0-9.-]+\.[a-z0-9-]+$/.test(name))),
  ).toEqual([]);
  const trade = new Set(corpora.families.flatMap(({ names }) => names));
  const innocent = [...corpora.collected, ...corpora.innocent.map(({ name }) => name)];
  expect(innocent.filter((name) => trade.has(name))).toEqual([]);
});

const NOTHING = Object.fromEntries(Object.keys(LINE_SCHEMAS).map((kind) => [kind, []]));

describe('measuring', () => {
  const corpora = {
    operators: ['a-forum.com', 'b-forum.com/x', 'c-forum.com'],
    families: [
      { language: 'de', plain: true, names: ['a-forum.com', 'open.com'] },
      { language: 'de', plain: false, names: ['open.org'] },
    ],
    invented: [{ group: 'held out', name: 'open.net' }],
    audited: [],
    blind: { names: ['a-forum.com', 'open.com'], innocents: ['open.com', 'a-forum.com'], searches: [] },
    innocent: [{ group: 'cars', name: 'a-forum.com' }],
    collected: ['open.com'],
    searchesBuying: [],
    searchesInnocent: [],
  };
  const entries = { ...NOTHING, hosts: [hostEntry('a-forum.com')] } as unknown as Parameters<
    typeof measureList
  >[0];
  const { figures, misses } = measureList(entries, ['forum.com', 'b-forum.com'], corpora);

  test('counts names, refusals and innocents, and each family once', () => {
    expect(figures.operators).toEqual({ total: 3, covered: 1, byName: 0, refused: 1 });
    expect(figures.families).toEqual({ total: 2, covered: 0.5, byName: 0 });
    expect(figures['families/plain']).toEqual({ total: 1, covered: 0.5, byName: 0 });
    expect(figures['families/other']).toEqual(figures.families);
    expect(figures['innocent/handed-over']).toEqual({ total: 1, covered: 1 });
    expect(figures['blind/names']).toEqual({ total: 2, covered: 1 });
    expect(misses['blind/innocent']).toEqual(['a-forum.com']);
    expect(misses.operators).toEqual(['b-forum.com/x', 'c-forum.com']);
    expect(misses['innocent/handed-over']).toEqual(['a-forum.com']);
    expect(misses['innocent/collected']).toEqual([]);
  });

  test('distinguishes worse from better: innocents by number, the rest by share', () => {
    const before = { operators: { total: 3, covered: 2 }, 'innocent/collected': { total: 5, covered: 1 } };
    const rows = (now: typeof before) => {
      const { worse, better } = compareFigures(before, now);
      return { worse: worse.map(({ row }) => row), better: better.map(({ row }) => row) };
    };
    expect(rows(before)).toEqual({ worse: [], better: [] });
    expect(
      rows({ operators: { total: 6, covered: 3 }, 'innocent/collected': { total: 500, covered: 2 } }),
    ).toEqual({ worse: ['operators', 'innocent/collected'], better: [] });
    expect(
      rows({ operators: { total: 4, covered: 3 }, 'innocent/collected': { total: 1, covered: 0 } }),
    ).toEqual({ worse: [], better: ['operators', 'innocent/collected'] });
  });

  test('never rounds to all or to none', () => {
    expect([percent(0.999), percent(0.001), percent(1), percent(0)]).toEqual(['99 %', '1 %', '100 %', '0 %']);
  });
});

/** Makes a project with a list of one host of the corpora, the matching figures, and the page that contains them. */
function project(hosts: Record<string, unknown>[]): string {
  const root = mkdtempSync(join(tmpdir(), 'second-thought-measure-'));
  made.push(root);
  const list = join(root, 'data/list');
  mkdirSync(join(list, 'hosts/extended'), { recursive: true });
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs/list.md'), readFileSync(join(DOCS_FOLDER, 'list.md')));
  writeFileSync(join(list, 'sources.json'), readFileSync(join(LIST_FOLDER, 'sources.json')));
  writeFileSync(
    join(list, 'measured.json'),
    formatMeasured({
      before: { name: 'list of a day', figures: {} },
      now: { operators: { total: 92, covered: 1 } },
      accepted: [],
    }),
  );
  const lines = hosts.map((entry) => `${JSON.stringify(entry)}\n`);
  writeFileSync(join(list, 'hosts/extended/buyer-forum.jsonl'), lines.join(''));
  return list;
}
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

describe('the command', () => {
  const run = (...args: string[]) => runList(['measure', ...args], '2026-06-01');
  const page = (list: string) => readFileSync(join(list, '../../docs/list.md'), 'utf8');

  test('keeps what is not worse, in the file and on the page', () => {
    const list = project([hostEntry('booksusi.com')]);
    const { code, text } = runList(['measure', '--write'], '2026-06-01', list);
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('Written to') });
    expect(readMeasured(list).now.operators).toMatchObject({ covered: 1 });
    expect(page(list)).toContain('list of a day');
    expect(readFileSync(join(list, '../../docs/list-recall.svg'), 'utf8')).toContain('list of a day');
  });

  test('keeps worse figures only with a reason, which the page then shows', () => {
    const list = project([hostEntry('of-no-corpus.com')]);
    const before = page(list);
    expect(runList(['measure'], '2026-06-01', list)).toMatchObject({ code: 1 });
    const refused = runList(['measure', '--write', '--why', 'so'], '2026-06-01', list);
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('worse: operators') });
    expect([page(list), readMeasured(list).accepted]).toEqual([before, []]);
    const why = ['--why', 'It was one of another trade.', '--release', 'release 9.9.9'];
    expect(runList(['measure', '--write', ...why], '2026-06-01', list)).toMatchObject({ code: 0 });
    expect(page(list)).toContain('- 2026-06-01, `operators`: It was one of another trade.');
    expect(page(list)).toContain('| release 9.9.9 |');
    expect(readMeasured(list).before.name).toBe('release 9.9.9');
  });

  test('says in one line what is wrong with the figures that are kept', () => {
    const list = project([hostEntry('booksusi.com')]);
    writeFileSync(join(list, 'measured.json'), '{ "now": {} }');
    const { code, text } = runList(['measure'], '2026-06-01', list);
    expect(code).toBe(1);
    expect(text).toMatch(/measured\.json: .*expected array/);
    expect(text).not.toContain('\n');
  });

  test.each([
    [['--why', 'because of it'], 'go with --write'],
    [['--release', '1.0.0'], 'go with --write'],
    [['all'], 'not expected'],
    [['--wrong'], "Unknown option '--wrong'"],
  ])('refuses %j', (args, reason) => {
    const { code, text } = run(...args);
    expect(code).toBe(2);
    expect(text).toContain(reason);
    expect(text).not.toContain('\n');
  });
});
