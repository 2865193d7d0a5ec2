/** Tests that a refusal has an effect, and that there is one for a host: what was refused must not be covered by a guess. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder, nameEntry } from './folder.ts';

const folderWith = () =>
  listFolder({
    'hosts/extended/buyer-forum.jsonl': [hostEntry('b-forum.com')],
    'names.jsonl': [nameEntry()],
    'refused.jsonl': [
      { host: 'bakery.com', reason: 'unverified', note: 'Perhaps a bakery.', reviewed: '2026-01-01' },
    ],
  });

const run = (folder: string, ...args: string[]) => runList(args, '2026-06-01', folder);
const refusals = (folder: string) => readFileSync(join(folder, 'refused.jsonl'), 'utf8');

test.each(['https://cafe.com', 'www.cafe.com', 'Cafe.com', 'cafe.com/menu', 'cafe.com.'])(
  'what names no host is not written down as refused, because it would open nothing: %s',
  (host) => {
    const folder = folderWith();
    const before = refusals(folder);
    const { code, text } = run(
      folder,
      'refuse',
      host,
      '--reason',
      'general-site',
      '--note',
      'A café in town.',
    );
    expect(code).toBe(1);
    expect(text).toContain('not-canonical');
    expect(refusals(folder)).toBe(before);
  },
);

test('a whole service of other people’s sites may be refused', () => {
  const why = ['--reason', 'general-site', '--note', 'Sites of many people.'];
  expect(run(folderWith(), 'refuse', 'blogspot.com', ...why)).toMatchObject({ code: 0 });
});

test('a second refusal of a host is not taken for written, because it would not be', () => {
  const folder = folderWith();
  const before = refusals(folder);
  const why = ['--reason', 'general-site', '--note', 'A bakery, seen from inside.'];
  const { code, text } = run(folder, 'refuse', 'bakery.com', ...why);
  expect(code).toBe(1);
  expect(text).toContain('duplicate');
  expect(refusals(folder)).toBe(before);
  expect(run(folder, 'refuse', 'cafe.com', 'cafe.com', ...why)).toMatchObject({ code: 1 });
});

test('a review file with further verdicts can be applied again', () => {
  const folder = folderWith();
  const names = join(folder, 'names.txt');
  const file = join(folder, 'review.jsonl');
  writeFileSync(names, 'cafe-one.com\nother-two.com\n');
  run(folder, 'import', names, '--out', file);
  const decide = (host: string) => {
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { hosts: { host: string }[] });
    const decided = rows.map((row) =>
      row.hosts[0]?.host === host
        ? { ...row, verdict: 'refuse', reason: 'general-site', note: 'An innocent place.' }
        : row,
    );
    writeFileSync(file, decided.map((row) => `${JSON.stringify(row)}\n`).join(''));
  };
  decide('cafe-one.com');
  expect(run(folder, 'review', file).text).toBe('0 listed, 1 refused, 0 known before, 1 left for later.');
  decide('other-two.com');
  expect(run(folder, 'review', file).text).toBe('0 listed, 1 refused, 1 known before, 0 left for later.');
  expect(refusals(folder).match(/cafe-one/g)).toHaveLength(1);
});
