/**
 * Tests that no exclusion lifts a place that the name rules use. Once, "stock" lifted Stockholm, "art" Stuttgart, and "radar"
 * Kaliningrad.
 */
import { describe, expect, test } from 'vitest';
import { readList } from '../../../scripts/list/read.ts';
import { recognise } from './corpus.ts';

const { places: all, names: rules } = readList();
/** @returns the rule with that id, and the stricter one for places where firms that escort loads have the same names. */
const used = (id: string) => {
  const chosen = rules
    .filter((rule) => [id, `${id}-near`].includes(rule.id))
    .flatMap(({ places = [] }) => places);
  const groups = all.filter((group) => chosen.includes('all') || chosen.includes(group.id));
  return groups.flatMap(({ names }) => names).map((place) => place.replaceAll(/[ |]/g, ''));
};
const first = used('escort-first-place');
const last = used('escort-last-place');
/** Names that companies, cars and courts have too. */
const TAKEN = new Set(['escortsindia', 'escorts-india', 'escortmexicocity', 'mexicocityescort']);
const forms: Record<string, (place: string) => string> = {
  'PLACEescort.com': (place) => `${place}escort`,
  'PLACE-escorts.net': (place) => `${place}-escorts`,
  'escortPLACE.com': (place) => `escort${place}`,
  'escorts-PLACE.net': (place) => `escorts-${place}`,
  'escortsPLACE.com': (place) => `escorts${place}`,
  'PLACEescortservice.com': (place) => `${place}escortservice`,
  'PLACEescortgirls.com': (place) => `${place}escortgirls`,
};

describe('every place of the name rules', () => {
  test('is one of many', () => {
    expect(first.length).toBeGreaterThan(2_000);
    expect(last.length).toBeGreaterThan(1_500);
  });

  test.each(Object.keys(forms))('is known as %s', (form) => {
    const places = form.startsWith('PLACE') ? last : first;
    const names = places.map((place) => forms[form]?.(place) ?? '').filter((name) => !TAKEN.has(name));
    expect(names.filter((name) => !recognise(`http://${name}.com/`))).toEqual([]);
  });
});
