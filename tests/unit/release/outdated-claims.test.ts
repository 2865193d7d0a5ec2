/** Tests that a release names each shown claim that is too old by its date, its source or the police operation that it tells of. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outdatedClaims } from '../../../scripts/release/outdated-claims.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-thought-claims-'));
  for (const place of ['data/claims/en', 'data/learn']) mkdirSync(join(folder, place), { recursive: true });
  write('data/learn/signs.json', []);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, claims: object[]): void {
  writeFileSync(join(folder, name), JSON.stringify(claims));
}

const sound = { id: 'sound', display: true, source: { year: 2023 }, checkAgain: '2028-06-30' };

test('each reason is named with its file, and what is shown to nobody may be old', () => {
  write('data/claims/sting.json', [
    sound,
    { ...sound, id: 'due', checkAgain: '2028-06-29' },
    { ...sound, id: 'old', source: { year: 2022 } },
    { ...sound, id: 'over', happened: '2026-12-29' },
    { ...sound, id: 'last-day', happened: '2026-12-30' },
    { ...sound, id: 'hidden', display: false, source: { year: 1999 } },
  ]);
  write('data/learn/signs.json', [{ id: 'sign', source: { year: 2020 }, checkAgain: '2027-01-01' }]);
  expect(outdatedClaims(folder, '2028-06-30')).toEqual([
    'data/claims/sting.json: due was to be checked again by 2028-06-29.',
    'data/claims/sting.json: old rests on a source of 2022.',
    'data/claims/sting.json: over tells of an operation that ended on 2026-12-29.',
    'data/learn/signs.json: sign was to be checked again by 2027-01-01.',
    'data/learn/signs.json: sign rests on a source of 2020.',
  ]);
});

test('nothing that is shown was too old on the day this was written, and one day all of it will be', () => {
  expect(outdatedClaims('.', '2026-11-30')).toEqual([]);
  expect(outdatedClaims('.', '2099-01-01').length).toBeGreaterThan(40);
});
