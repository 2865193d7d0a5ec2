/** A policy of a workplace in Georgia, as the preview's tests read it, and the device that it comes to. */
import type { ConfigSnapshot } from '../../../utils/policy/config-snapshot.ts';
import { previewAddress, snapshotOfAddress } from '../../../utils/preview/policy-preview.ts';

export const DEVICE = { timeZone: 'Europe/Stockholm', locales: ['sv-SE'] };
export const POLICY = {
  mode: 'zero-tolerance',
  audience: 'workplace',
  organizationName: 'Example & Söhne #1 100 %',
  policyStatement: 'Rule:\n<b>no</b>',
  jurisdictions: ['US-GA'],
  campaignName: 'County',
  campaignText: 'We stand with people.',
  campaignFrom: '2026-12-01',
  campaignUntil: '2026-12-24',
  blockedPatterns: ['a.example'],
};

/** @returns the fragment of the preview's address, with its `#`. */
export function hashOf(address: string): string {
  return address.slice(address.indexOf('#'));
}

/** @returns the config snapshot of a device with this policy. */
export function snapshotOf(policy: Record<string, unknown>, device = DEVICE): ConfigSnapshot {
  const snapshot = snapshotOfAddress(hashOf(previewAddress(policy)), device);
  if (!snapshot) throw new Error('no policy');
  return snapshot;
}
