/** Tests `npm run facts` as people run it: what it prints, writes and returns. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../scripts/facts/index.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function facts(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('stale', () => {
  test('names what lapsed by a day, earliest first, and returns 1', () => {
    const { status, stdout } = facts('stale', '--on', '2027-02-02', '--within', '0');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Lapsed before 2027-02-02: \d+\n/);
    expect(stdout).toContain('2027-02-01  US-WA  (data/law/US-WA.json, checked 2026-11-30)');
    expect(stdout).not.toContain('US-HI');
  });

  test('names helplines and claims too', () => {
    const { stdout } = facts('stale', '--on', '2030-01-01');
    for (const file of ['data/help/US.json', 'data/claims/sting.json', 'data/learn/signs.json']) {
      expect(stdout).toContain(file);
    }
  });
});

test('review writes one page', () => {
  const out = join(folder, 'law.html');
  expect(facts('review', '--on', '2026-11-21', '--out', out)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>.*<section id="US-GA">/s);
});

test('review of a language writes every sentence beside the English, in its own direction', () => {
  const out = join(folder, 'he.html');
  expect(facts('review', 'he', '--out', out)).toMatchObject({ status: 0, stderr: '' });
  const sheet = readFileSync(out, 'utf8');
  const { leave } = JSON.parse(readFileSync('data/words/he/notice.json', 'utf8')) as Record<string, string>;
  expect(sheet).toContain(`<td lang="he" dir="rtl">${leave}</td><td lang="en">Leave this page</td>`);
});

describe('arguments that make no sense', () => {
  test.each([
    [['stale', '--on', '2027-13-40'], /--on needs a day .*Nothing was done/],
    [['stale', '--on', '2027-02-30'], /--on needs a day .*Nothing was done/],
    [['stale', '--within', 'soon'], /--within needs a number of days/],
    [['stale', '--within', '99999999999'], /--within needs a number of days/],
    [['review'], /review needs --out FILE/],
    [['review', '--out', folder], /: a file was expected, not a folder/],
    [['lint', 'F'], /A language has a code such as fr, not "F"/],
    [['lint', 'fe'], /There are no words in "fe"/],
    [['language', 'fr', '--places', 'FR,UK'], /--places takes codes of countries .*"UK"/],
    [['worksheet', 'fr', '--depth', 'deep'], /--depth is core or full/],
    [['worksheet', 'fr'], /worksheet needs --out FILE/],
    [['fill', 'fr'], /fill needs a translated worksheet/],
    [['fill', 'fr', join(folder, 'none.json')], /none\.json: there is no such file or folder/],
    [['--what'], /^Unknown option '--what' \(see --help\)\n$/],
    [[], /^a command was expected, not "" \(see --help\)\n$/],
  ])('%j', (args, message) => {
    const { status, stderr } = facts(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+ \(see --help\)\n$/);
  });
});

test.each([
  ['{', /: this is not JSON: .*\n$/],
  ['null', /does not say of which English it was made/],
  ['{"texts":{"a.json":{"b":5}},"madeFrom":{}}', /a text in quotation marks was expected/],
  ['{"texts":{"a.json":null},"madeFrom":{}}', /a text in quotation marks was expected/],
  ['{"texts":{}}', /does not say of which English it was made/],
])('a worksheet with %s in it is a finding, in one line', (text, message) => {
  const file = join(folder, 'sheet.json');
  writeFileSync(file, text);
  const { status, stderr } = facts('fill', 'fr', file);
  expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 1, lines: 2 });
  expect(stderr).toMatch(message);
});
