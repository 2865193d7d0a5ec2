/** Lists for the status page, for every managed key, what arrived, how it was interpreted, and what is in force. Pure. */
import { CAMPAIGN_KEYS, ORGANIZATION_KEYS } from './branding-keys.ts';
import { describeLogo } from './logo.ts';
import { MANAGED_KEYS, type ManagedKey } from './schema.ts';
import { SETTINGS, SHARED_KEYS } from './setting-descriptions.ts';
import type { EffectiveConfig, Provenance, Sourced } from './types.ts';

export interface PolicyRow {
  key: ManagedKey;
  /** `missing`: not in the policy, or dropped by the browser on the way; the extension cannot tell the two apart. */
  arrived: 'used' | 'repaired' | 'rejected' | 'missing';
  /** The value that applies now; null if none does. */
  value: string | null;
  from: Provenance;
}

/** @returns one row for each key, in the order of the documentation. */
export function policyRows(effective: EffectiveConfig): PolicyRow[] {
  return MANAGED_KEYS.map((key) => {
    const { value, from } = inForce(effective, key);
    return { key, arrived: deliveryOf(effective, key), value: text(value), from };
  });
}

/** @returns names that arrived although no such key exists: usually a typing mistake. */
export function unknownKeys({ arrived }: EffectiveConfig): string[] {
  return arrived.filter((name) => !MANAGED_KEYS.includes(name as ManagedKey));
}

function deliveryOf({ arrived, issues }: EffectiveConfig, key: ManagedKey): PolicyRow['arrived'] {
  if (!arrived.includes(key)) return 'missing';
  const own = issues.filter((issue) => issue.key === key);
  if (own.some(({ severity }) => severity === 'error')) return 'rejected';
  return own.length > 0 ? 'repaired' : 'used';
}

function inForce(effective: EffectiveConfig, key: ManagedKey): Sourced<unknown> {
  const { organization, campaign, blocked, allowed } = effective;
  const byPolicy = (value: unknown): Sourced<unknown> => ({
    value,
    from: value === undefined ? 'default' : 'policy',
  });
  if (isKeyOf(ORGANIZATION_KEYS, key)) {
    const said = organization[ORGANIZATION_KEYS[key]];
    return byPolicy(key === 'organizationLogo' ? said && describeLogo(said) : said);
  }
  if (isKeyOf(CAMPAIGN_KEYS, key)) return byPolicy(campaign?.[CAMPAIGN_KEYS[key]]);
  if (key === 'blockedPatterns') return byPolicy(lines(blocked.policy));
  if (key === 'allowedPatterns') return byPolicy(lines(allowed.policy));
  const shared = SHARED_KEYS.find((one) => SETTINGS[one].managedKey === key);
  return effective[shared ?? (key as Exclude<typeof key, 'listTiers'>)];
}

function isKeyOf<Key extends string>(names: Readonly<Record<Key, string>>, key: string): key is Key {
  return Object.hasOwn(names, key);
}

function lines(patterns: readonly { text: string }[]): string[] | undefined {
  return patterns.length === 0 ? undefined : patterns.map(({ text }) => text);
}

function text(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
  return String(value);
}
