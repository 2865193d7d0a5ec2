import { expect, test } from 'vitest';
import { effective } from '../../../utils/policy/layers.ts';
import { NOTHING_KNOWN } from '../../../utils/policy/published.ts';

test('what the notice assumes before the worker has spoken is what the layers give without policy and settings', () => {
  const policy = { policy: {}, issues: [], arrived: [] };
  expect(NOTHING_KNOWN).toEqual(
    effective({ policy, settings: {}, installType: 'other', policyKnown: false }),
  );
});
