/** Tests that settings stored by any version keep every choice, and that unreadable parts never make the protection looser. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { migrate, migrations } from '../../../utils/settings/migrate.ts';
import { SETTINGS_VERSION, settingsSchema } from '../../../utils/settings/schema.ts';

const folder = new URL('./stored/', import.meta.url);
const stored = (version: number) =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, folder), 'utf8')) as Record<string, unknown>;

test('there is one migration a version, and a stored file of every version', () => {
  expect(migrations).toHaveLength(SETTINGS_VERSION);
  const names = readdirSync(folder).sort();
  expect(names).toEqual(Array.from({ length: SETTINGS_VERSION + 1 }, (_, index) => `version-${index}.json`));
});

describe('every stored version becomes the version of today, with nothing dropped', () => {
  for (let version = 0; version <= SETTINGS_VERSION; version++) {
    test(`version ${version}`, () => {
      const migrated = migrate(stored(version));
      if (!migrated.ok) throw new Error(migrated.why);
      expect(migrated.dropped).toEqual([]);
      expect(settingsSchema.safeParse(migrated.settings).success).toBe(true);
      expect(migrated.settings.chosen.mode).toBe('zero-tolerance');
      expect(migrated.settings.welcomed).toBe(true);
    });
  }
});

test('the flat first version keeps every choice', () => {
  const migrated = migrate(stored(0));
  if (!migrated.ok) throw new Error(migrated.why);
  const { welcomed: _, ...choices } = stored(0);
  expect(migrated.settings.chosen).toEqual(choices);
});

test('a field that cannot be read loses only itself, and a mode becomes zero tolerance', () => {
  const migrated = migrate({
    ...stored(1),
    chosen: { mode: 'off', tiers: ['core'], promiseHours: 900, surprise: 1 },
  });
  if (!migrated.ok) throw new Error(migrated.why);
  expect(migrated.dropped.sort()).toEqual(['mode', 'promiseHours', 'surprise']);
  expect(migrated.settings.chosen).toEqual({ mode: 'zero-tolerance', tiers: ['core'] });
  expect(migrated.settings.lock).toEqual(stored(1).lock);
});

test('what is no object is no settings', () => {
  expect(migrate([])).toEqual({ ok: false, why: 'not-an-object' });
});

describe('a downgrade: settings of a newer release', () => {
  const newer = (more: object) => {
    const migrated = migrate({ ...stored(1), version: SETTINGS_VERSION + 1, ...more });
    if (!migrated.ok) throw new Error(migrated.why);
    expect(settingsSchema.safeParse(migrated.settings).success).toBe(true);
    return migrated;
  };

  test('keep what is known, the PIN above all, and name the rest', () => {
    const chosen = { mode: 'educate', reason: 'for me', shape: 'round' };
    const { settings, dropped } = newer({ chosen, diary: [] });
    expect(settings.chosen).toEqual({ mode: 'educate', reason: 'for me' });
    expect(settings.lock).toEqual(stored(1).lock);
    expect(dropped.sort()).toEqual(['diary', 'shape']);
  });

  test.each([
    ['a mode that is not known', { chosen: { mode: 'gentle' } }],
    ['choices of another form', { chosen: 'educate' }],
    ['a PIN kept in another way', { chosen: { mode: 'educate' }, lock: { algorithm: 'argon2id' } }],
  ])('%s: zero tolerance', (_, more) => {
    const { settings, dropped } = newer(more);
    expect(settings.chosen.mode).toBe('zero-tolerance');
    expect(dropped).toHaveLength(1);
  });
});

test.each([null, undefined, 'text', 7, true])('%j is no record of settings', (stored) => {
  expect(migrate(stored)).toEqual({ ok: false, why: 'not-an-object' });
});

test.each([null, 'text', 7, ['mode']])(
  'choices that are %j are lost, say so, and leave zero tolerance',
  (broken) => {
    const migrated = migrate({ ...stored(1), chosen: broken });
    if (!migrated.ok) throw new Error(migrated.why);
    expect(migrated.dropped).toEqual(['chosen']);
    expect(migrated.settings.chosen).toEqual({ mode: 'zero-tolerance' });
    expect(migrated.settings.lock).toEqual(stored(1).lock);
  },
);

test('a broken part of the internal state loses only itself, and is reported; the mode stays', () => {
  const migrated = migrate({
    ...stored(1),
    attempts: 'x',
    pending: [7],
    chosen: { mode: 'educate', tiers: 7 },
  });
  if (!migrated.ok) throw new Error(migrated.why);
  expect(migrated.dropped).toEqual(['attempts', 'pending', 'tiers']);
  expect(migrated.settings).toMatchObject({
    chosen: { mode: 'educate' },
    // Five failed attempts, so that the next wrong PIN starts a wait.
    attempts: { failed: 5, wait: null },
    pending: [],
    welcomed: true,
  });
});

test('a part that is not there is not a part that was lost', () => {
  const { welcomed: _, ...rest } = stored(1);
  const migrated = migrate(rest);
  if (!migrated.ok) throw new Error(migrated.why);
  expect([migrated.dropped, migrated.settings.welcomed]).toEqual([[], false]);
  expect(migrate({ ...stored(0), version: 'x', welcomed: 1 })).toMatchObject({
    settings: { welcomed: false },
  });
});
