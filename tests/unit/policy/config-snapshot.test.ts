/** Tests that a notice that opens before the worker has run uses the same defaults as an installation without policy and settings. */
import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '../../../utils/policy/config-snapshot.ts';
import { effective } from '../../../utils/policy/layers.ts';

test('what the notice assumes before the worker has written a snapshot is the effective config without policy and settings', () => {
  const policy = { policy: {}, issues: [], arrived: [] };
  expect(NOTHING_KNOWN).toEqual(
    effective({ policy, settings: {}, installType: 'other', policyKnown: false }),
  );
});
