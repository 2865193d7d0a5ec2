/** Tests that what is chosen in the preview shows what a reader who had chosen it would see. */
import { expect, test } from 'vitest';
import { choiceOf, snapshotFor } from '../../../utils/preview/preview-choice.ts';
import { NOTHING } from './nothing.ts';
import { POLICY, snapshotOf } from './workplace.ts';

test('choices that are not touched give what is in force', () => {
  const base = snapshotOf(POLICY);
  const { effective, place } = snapshotFor(choiceOf(base, 'en', '2026-11-21'), base);
  expect({ ...effective, language: base.effective.language }).toEqual(base.effective);
  expect(place).toEqual(base.place);
});

test('a guessed place stays a guess until another is chosen; a chosen one is never a guess', () => {
  const base = { ...NOTHING, place: { country: 'US', region: null, from: 'guess' as const } };
  const choice = choiceOf(base, 'en', '2026-11-21');
  expect(snapshotFor(choice, base).place.from).toBe('guess');
  expect(snapshotFor({ ...choice, region: 'US-GA' }, base).place).toEqual({
    country: 'US',
    region: 'US-GA',
    from: 'user',
  });
});

test('what is chosen is what a reader of the notice would have chosen among several places', () => {
  const offered = ['US-GA', 'US-TX', 'DE'];
  const base = snapshotOf({ ...POLICY, jurisdictions: offered }, { timeZone: 'Asia/Tokyo', locales: [] });
  const choice = choiceOf(base, 'en', '2026-11-21');
  expect(snapshotFor(choice, base).place).toEqual(base.place);
  expect(snapshotFor({ ...choice, country: 'US', region: 'US-TX' }, base).place).toEqual({
    country: 'US',
    region: 'US-TX',
    from: 'user',
    offered,
  });
  expect(snapshotFor({ ...choice, country: 'US' }, base).place).toEqual({
    country: 'US',
    region: null,
    from: 'user',
    offered,
  });
});
