/** Tests that docs/reading.md has every claim and general message of the notice, word for word as it is shown today. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClaimFacts, ClaimSentences } from '../../../utils/notice/claims-types.ts';

const root = new URL('../../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const json = <T>(name: string) => JSON.parse(read(name)) as T;

const [messages = ''] = read('docs/reading.md').split('## The notice around them');
/** The sentences on the page of readings, by id. */
const rows = new Map(
  [...messages.replaceAll('| id | sentence |', '').matchAll(/^\| ([a-z0-9-]+) \| (.*?) \|/gm)].map(
    ([, id = '', said = '']) => [id, said],
  ),
);

test('the page of readings contains every message as it is shown today', () => {
  const claims = readdirSync(new URL('data/claims/', root)).filter((name) => name.endsWith('.json'));
  const shown = claims.flatMap((name) => {
    const said = json<Record<string, ClaimSentences>>(`data/claims/en/${name}`);
    return json<ClaimFacts[]>(`data/claims/${name}`)
      .filter(({ display }) => display)
      .map(({ id }): [string, string] => [id, said[id]?.text ?? '']);
  });
  const general = Object.entries(json<Record<string, string>>('data/words/en/messages.json'));
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries([...shown, ...general]));
});
