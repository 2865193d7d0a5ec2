/** Tests that each promise in `docs/privacy.md` names a test that exists, and that promises in other places agree with it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import notice from '../../../data/words/en/notice.json';
import about from '../../../data/words/en/options.json';
import welcome from '../../../data/words/en/welcome.json';

const page = readFileSync('docs/privacy.md', 'utf8');
const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, promise = '', proof = '']) => ({ promise, proof }))
  .filter(({ promise }) => !/^(?:What we promise|-+)$/.test(promise));
const proofs = [...page.matchAll(/`(tests\/[^`]+)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

/** @returns the titles of a file's tests, with `…` for what a template fills in. */
const titlesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:test|engine)\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)].map(
    ([, , title = '']) => title.replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1'),
  );

test('every promise has a proof, and every proof is a test that exists', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const { promise, proof } of rows) expect(proof, promise).toMatch(/^`tests\/[^`]+`: "[^"]+"$/);
  expect(proofs.length).toBeGreaterThan(rows.length);
  for (const { file, title } of proofs) {
    expect(existsSync(file), file).toBe(true);
    expect(titlesIn(file), file).toContain(title);
  }
});

test('the promises in the extension say no more than the page does', () => {
  expect(welcome.nothing).toBe('It sends nothing and keeps no record of what is opened.');
  expect(about.aboutNothing).toBe(
    'It sends nothing and keeps no record of what you open. The browser’s own history does.',
  );
  expect(notice.whyNothing).toContain('Nothing is recorded or sent.');
  for (const said of [
    'sends nothing',
    'holds no address that was opened',
    'own history keeps what it always keeps',
  ])
    expect(page).toContain(said);
});

test('what the permissions page says each is not used for is promised here too', () => {
  const permissions = readFileSync('docs/permissions.md', 'utf8');
  for (const [there, here] of [
    ['No visits, no counts.', 'no address that was opened'],
    ['Nothing runs on pages that are not listed.', 'Nothing of ours runs on pages that are not listed'],
  ] as const) {
    expect(permissions).toContain(there);
    expect(page).toContain(here);
  }
});
