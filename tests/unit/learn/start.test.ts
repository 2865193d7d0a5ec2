import { describe, expect, test } from 'vitest';
import { pickLanguage } from '../../../utils/learn/pick-language.ts';
import { policyNames } from '../../../utils/learn/policy-names.ts';

describe('language', () => {
  test.each([
    ['es', ['en-US'], 'es'],
    ['auto', ['fr-FR', 'es-MX', 'en'], 'es'],
    ['auto', ['ES'], 'es'],
    ['auto', ['est-EE'], 'en'],
    ['auto', [], 'en'],
  ] as const)('%s with %j gives %s', (set, wished, expected) => {
    expect(pickLanguage(set, wished)).toBe(expected);
  });
});

describe('names for the policy text', () => {
  test('takes what an employer set and leaves the rest to fill in', () => {
    expect(
      policyNames({
        name: 'Acme',
        assistanceName: 'CareLine',
        assistancePhone: '555 0100',
        contact: 'HR desk',
      }),
    ).toEqual({ organization: 'Acme', assistance: 'CareLine, 555 0100', contact: 'HR desk' });
    expect(policyNames({ assistancePhone: '555 0100' })).toEqual({ assistance: '555 0100' });
    expect(policyNames({})).toEqual({});
  });
});
