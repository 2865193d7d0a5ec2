/** Tests how `list import` counts the agreement of sources, of which one may have several files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder } from './folder.ts';

const run = (folder: string, ...args: string[]) => runList(args, '2026-06-01', folder);

test('two files of one source are one source: it agrees once, and what one of them has is not gone', () => {
  const folder = listFolder({
    'hosts/extended/buyer-forum.jsonl': [
      hostEntry('b-forum.com'),
      hostEntry('c-forum.com'),
      hostEntry('d-forum.com'),
    ],
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return `W=${join(folder, name)}`;
  };
  const files = [
    write('one.txt', 'new-escorts.com\nb-forum.com\n'),
    write('two.txt', 'new-escorts.com\nc-forum.com\n'),
  ];
  expect(run(folder, 'import', ...files).data).toMatchObject({
    new: ['new-escorts.com'],
    gone: ['d-forum.com'],
  });
  const review = join(folder, 'review.jsonl');
  run(folder, 'import', ...files, '--out', review);
  const rows = readFileSync(review, 'utf8');
  expect(JSON.parse(rows).hosts).toEqual([{ host: 'new-escorts.com', sources: ['W'] }]);
  writeFileSync(review, rows.replace('"verdict":""', '"verdict":"list"'));
  expect(run(folder, 'review', review)).toMatchObject({ code: 0 });
  expect(run(folder, 'explain', 'new-escorts.com').data).toMatchObject({ tier: 'extended' });
});
