/** Tests that a day which is not written as the list writes days is not compared with those. */
import { expect, test } from 'vitest';
import { runList } from '../../../scripts/list/list.ts';
import { hostEntry, listFolder } from './folder.ts';

test.each(['2026-2-1', '2026', '2026-02-30', '1 Feb 2026', '2026-02-01T00:00'])('%s', (day) => {
  const folder = listFolder({ 'hosts/extended/buyer-forum.jsonl': [hostEntry('b-forum.com')] });
  expect(runList(['stale', '--on', day], '2026-06-01', folder)).toMatchObject({ code: 2 });
});
