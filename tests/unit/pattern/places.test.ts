/** No exclusion lifts a place that the name rules list: "stock" once opened Stockholm, "art" Stuttgart. */
import { describe, expect, test } from 'vitest';
import { readList } from '../../../scripts/list/read.ts';
import { recognise } from './corpus.ts';

const places = readList()
  .names.filter(({ id }) => id.startsWith('escort-last-'))
  .filter(({ at }) => at === 'closing')
  .flatMap(({ any }) => any)
  .filter((place) => /^[a-z]+$/.test(place));

const forms: Record<string, (place: string) => string> = {
  'PLACEescort.com': (place) => `${place}escort.com`,
  'PLACE-escorts.net': (place) => `${place}-escorts.net`,
  'escortPLACE.com': (place) => `escort${place}.com`,
  'escorts-in-PLACE.net': (place) => `escorts-in-${place}.net`,
  'escortsPLACE.com': (place) => `escorts${place}.com`,
  'PLACEescortservice.com': (place) => `${place}escortservice.com`,
};

describe('every place of the name rules', () => {
  test('is one of many', () => expect(places.length).toBeGreaterThan(280));

  test.each(Object.keys(forms))('is known as %s', (form) => {
    expect(places.filter((place) => !recognise(`http://${forms[form]?.(place)}/`))).toEqual([]);
  });
});
