/** Tests that a policy comes through the address of its preview as a device with that policy would have it. */
import { expect, test } from 'vitest';
import { previewAddress, snapshotOfAddress } from '../../../utils/preview/policy-preview.ts';
import { DEVICE, hashOf, POLICY } from './workplace.ts';

test('a policy comes through the address as a device with it would publish it', () => {
  const snapshot = snapshotOfAddress(hashOf(previewAddress(POLICY)), DEVICE);
  expect(snapshot?.effective).toMatchObject({
    managed: true,
    mode: { value: 'zero-tolerance', from: 'policy' },
    organization: { name: POLICY.organizationName, statement: POLICY.policyStatement },
    campaign: { name: 'County', from: '2026-12-01', until: '2026-12-24' },
    blocked: { policy: [] },
  });
  expect(snapshot?.place).toEqual({ country: 'US', region: 'US-GA', from: 'policy' });
});

test('a policy with an error shows what it would do: zero tolerance', () => {
  const address = previewAddress({ mode: 'educate', policyUrl: 'javascript:alert(1)' });
  const snapshot = snapshotOfAddress(hashOf(address), DEVICE);
  expect(snapshot?.effective.mode.value).toBe('zero-tolerance');
  expect(snapshot?.effective.organization.policyUrl).toBeUndefined();
});

test.each(['', '#', '#%', '#{', '#1', '#null', '#%7Bx'])('the fragment %j contains no policy', (hash) => {
  expect(snapshotOfAddress(hash, DEVICE)).toBeNull();
});
