/** Tests that exported settings can be imported anywhere, without the PIN, and that the preview says what an import would change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportSettings, previewImport, readBackup } from '../../../utils/settings/backup.ts';
import { hashPin } from '../../../utils/settings/pin.ts';
import { choicesOf, freshSettings, LINE_LONGEST, LINES_MOST } from '../../../utils/settings/schema.ts';
import { chosen } from './arbitraries.ts';

test('what is exported can be imported anywhere and gives the same choices', () => {
  fc.assert(
    fc.property(chosen, chosen, (mine, theirs) => {
      const read = readBackup(exportSettings({ ...freshSettings(), chosen: mine }, '2026-11-21'));
      if (!read.ok) throw new Error(read.problem);
      expect(read.dropped).toEqual([]);
      const target = { ...freshSettings(), chosen: theirs };
      const { changes } = previewImport(target, read, []);
      expect(choicesOf({ ...theirs, ...changes })).toEqual(choicesOf(mine));
    }),
  );
});

test('nothing of the PIN, the waits or the tries is in the file', async () => {
  const lock = await hashPin('2468');
  const text = exportSettings({ ...freshSettings(), lock }, '2026-11-21');
  expect(text).not.toContain(lock.hash);
  expect(text).not.toContain(lock.salt);
  expect(Object.keys(JSON.parse(text))).toEqual(['format', 'version', 'exported', 'choices']);
});

test('the preview names what changes, whether it loosens, and what the policy keeps', () => {
  const target = { ...freshSettings(), chosen: { mode: 'zero-tolerance' as const } };
  const backup = {
    choices: { mode: 'educate' as const, country: 'SE', tiers: ['core' as const] },
    dropped: ['x'],
  };
  const { preview, changes } = previewImport(target, backup, ['tiers']);
  expect(preview.differences).toEqual([
    { key: 'mode', from: 'zero-tolerance', to: 'educate' },
    { key: 'country', from: '', to: 'SE' },
  ]);
  expect(preview.loosens).toEqual([{ why: 'mode', key: 'mode' }]);
  expect(preview.keptByPolicy).toEqual(['tiers']);
  expect(preview.dropped).toEqual(['x']);
  expect(changes).toEqual({ mode: 'educate', country: 'SE' });
});

test('what the file says nothing of stays, and loosens nothing', () => {
  const settings = { ...freshSettings(), chosen: { promiseHours: 24, tiers: ['core', 'broad'] as const } };
  const { preview } = previewImport(
    { ...settings, chosen: { ...settings.chosen, tiers: [...settings.chosen.tiers] } },
    { choices: { reason: 'for me' }, dropped: [] },
    [],
  );
  expect(preview).toEqual({
    differences: [{ key: 'reason', from: '', to: 'for me' }],
    loosens: [],
    keptByPolicy: [],
    dropped: [],
  });
});

describe('files that are no backup', () => {
  const file = (more: object) =>
    JSON.stringify({ format: 'second-thought-settings', version: 1, choices: {}, ...more });
  test.each([
    ['not-json', '{'],
    ['not-a-backup', '[]'],
    ['not-a-backup', '{"mode":"educate"}'],
    ['not-a-backup', 'null'],
    ['not-a-backup', '7'],
    ['not-a-backup', '"second-thought-settings"'],
    ['not-a-backup', file({ format: 'another-product' })],
    ['not-a-backup', file({ version: '1' })],
    ['not-a-backup', file({ version: 0 })],
    ['not-a-backup', file({ choices: null })],
    ['not-a-backup', file({ choices: 'educate' })],
    ['newer-version', file({ version: 2 })],
    ['too-large', ' '.repeat(3_000_001)],
  ])('%s', (problem, text) => {
    expect(readBackup(text)).toEqual({ ok: false, problem });
  });

  test('as long as a file may be, it is read', () => {
    expect(readBackup(file({}).padEnd(3_000_000, ' '))).toEqual({ ok: true, choices: {}, dropped: [] });
  });

  test('the longest file that the product writes is read back', () => {
    const lines = (end: string) =>
      Array.from({ length: LINES_MOST }, (_, index) => `# ${index}`.padEnd(LINE_LONGEST, end));
    const chosen = { blockedPatterns: lines('a'), exemptions: lines('b') };
    const text = exportSettings({ ...freshSettings(), chosen }, '2026-11-21');
    expect(readBackup(text)).toMatchObject({ ok: true, choices: chosen, dropped: [] });
  });

  test('a bad field loses only itself', () => {
    expect(readBackup(file({ choices: { mode: 'off', country: 'SE', lock: {} } }))).toEqual({
      ok: true,
      choices: { country: 'SE' },
      dropped: ['mode', 'lock'],
    });
  });
});
