/** Tests that the model policy takes its names from what an employer has set, and leaves the rest blank. */
import { describe, expect, test } from 'vitest';
import { policyNames } from '../../../utils/learn/policy-names.ts';

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
