/** Tests how changes are written into the files of the list: all of a change or nothing, in files that can be reviewed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editList } from '../../../scripts/list/edit.ts';
import { hostFiles } from '../../../scripts/list/files.ts';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder } from './folder.ts';

const FORUMS = 'hosts/extended/buyer-forum.jsonl';
const folderWith = () => listFolder({ [FORUMS]: [hostEntry('b-forum.com'), hostEntry('d-forum.com')] });
const run = (folder: string, ...args: string[]) => runList(args, '2026-06-01', folder);

test('many hosts at once are cut into files that are all short enough', () => {
  const folder = folderWith();
  const many = Array.from({ length: 1600 }, (_, n) => `s${String(n).padStart(4, '0')}.com`);
  const kind = ['--kind', 'buyer-forum', '--sources', 'W'];
  expect(run(folder, 'add', ...many, ...kind)).toMatchObject({ code: 0 });
  const lines = hostFiles(folder).map(
    (file) => readFileSync(join(folder, file), 'utf8').split('\n').length - 1,
  );
  expect(Math.max(...lines)).toBeLessThanOrEqual(500);
  expect(lines.reduce((sum, one) => sum + one)).toBe(1602);
  expect(run(folder, 'lint').code).toBe(0);
});

describe('a change that cannot be carried out changes nothing', () => {
  const kind = ['--kind', 'buyer-forum', '--sources', 'W'];

  test('if a line of another file cannot be read, and would be written back damaged', () => {
    const folder = folderWith();
    const conflict = `${JSON.stringify(hostEntry('b-forum.com'))}\n<<<<<<< HEAD\n`;
    writeFileSync(join(folder, FORUMS), conflict);
    const { code, text } = run(folder, 'add', 'c-forum.com', ...kind);
    expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining(`${FORUMS}:2: json`) });
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(conflict);
    const latin1 = Buffer.from(
      '{"host":"x.com","reason":"taken-over","note":"A caf\u00e9 in town.","reviewed":"2026-01-01"}\n',
      'latin1',
    );
    const other = folderWith();
    writeFileSync(join(other, 'refused.jsonl'), latin1);
    const why = ['--reason', 'taken-over', '--note', 'A bakery since May.'];
    expect(run(other, 'refuse', 'y.com', ...why).text).toContain('refused.jsonl:1: utf-8');
    expect(readFileSync(join(other, 'refused.jsonl'))).toEqual(latin1);
  });

  test('if one of its files cannot be written after another one was', () => {
    const folder = folderWith();
    // A folder where the new text of the file is written first.
    mkdirSync(join(folder, 'refused.jsonl.new'));
    const before = readFileSync(join(folder, FORUMS), 'utf8');
    const why = ['--reason', 'taken-over', '--note', 'A bakery since May.'];
    const { code, text } = run(folder, 'refuse', 'b-forum.com', ...why);
    expect({ code, text }).toMatchObject({ code: 2, text: expect.stringContaining('refused.jsonl') });
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(before);
  });

  test('if somebody else changes its file meanwhile', () => {
    const folder = folderWith();
    const theirs = `${JSON.stringify(hostEntry('a-forum.com'))}\n`;
    const change = () =>
      editList(folder, (draft) => {
        draft.removeHost('b-forum.com');
        writeFileSync(join(folder, FORUMS), theirs);
      });
    expect(change).toThrow('was changed meanwhile');
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toBe(theirs);
  });

  test('marks of other systems’ editors are no obstacle', () => {
    const folder = folderWith();
    const text = readFileSync(join(folder, FORUMS), 'utf8');
    writeFileSync(join(folder, FORUMS), `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`);
    expect(run(folder, 'lint').code).toBe(0);
    expect(run(folder, 'add', 'z-forum.com', ...kind)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, FORUMS), 'utf8')).toMatch(/^\{.*\}\n\{.*\}\n\{.*\}\n$/);
  });
});
