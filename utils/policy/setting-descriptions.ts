/**
 * Describes each setting once: its default, the managed key that decides it, how a change weakens the protection, and its name.
 * The settings' schema, the layers, the check for loosening changes, the pages and the import derive from this.
 */
import { DEFAULT_TIERS, type Tier } from '../pattern/types.ts';
import type { Language } from '../words/languages.ts';
import type { Audience, Mode } from './modes.ts';

/** How a change of a setting makes the protection weaker. */
export type Weakening =
  /** It had this value and gets another. */
  | { leaving: string }
  | 'turned-off'
  | 'lowered'
  /** An item of the list was removed. Patterns are compared by their meaning, not by how they are written. */
  | 'item-removed'
  | 'item-added'
  /** A text that was not empty changed. */
  | 'text-changed';

export interface SettingDescription {
  /** The value if neither a policy nor the person has set one. */
  byDefault: unknown;
  /** The default on a managed installation, if it differs. */
  managedDefault?: unknown;
  /** The managed key that decides it; without one, only the person decides. */
  managedKey?: string;
  weakens?: Weakening;
  /** The part after `loosens-` in a message key of `controls.json`. */
  why?: string;
  /** The message key of its name in `options.json`. */
  name: string;
}

/** All settings, in the order in which pages and exports list them. */
export const SETTINGS = {
  mode: {
    byDefault: 'educate' as Mode,
    // A managed installation without a valid mode fails closed.
    managedDefault: 'zero-tolerance' as Mode,
    managedKey: 'mode',
    weakens: { leaving: 'zero-tolerance' },
    why: 'mode',
    name: 'mode',
  },
  audience: {
    byDefault: 'personal' as Audience,
    managedDefault: 'workplace' as Audience,
    managedKey: 'audience',
    weakens: { leaving: 'family' },
    why: 'audience',
    name: 'audience',
  },
  language: { byDefault: 'auto' as Language | 'auto', managedKey: 'language', name: 'language' },
  // The managed key `jurisdictions` names places; `settings/layer.ts` says what it means for these two.
  country: { byDefault: '' as string, name: 'country' },
  region: { byDefault: '' as string, name: 'region' },
  tiers: {
    byDefault: DEFAULT_TIERS as readonly Tier[],
    managedKey: 'listTiers',
    weakens: 'item-removed',
    why: 'tiers',
    name: 'tiers',
  },
  recognizeNames: {
    byDefault: true as boolean,
    managedKey: 'recognizeNames',
    weakens: 'turned-off',
    why: 'names',
    name: 'names',
  },
  recognizeWrappers: {
    byDefault: true as boolean,
    managedKey: 'recognizeWrappers',
    weakens: 'turned-off',
    why: 'wrappers',
    name: 'wrappers',
  },
  // Covers searches on search engines. Off unless someone turns it on.
  recognizeSearches: {
    byDefault: false as boolean,
    managedKey: 'recognizeSearches',
    weakens: 'turned-off',
    why: 'searches',
    name: 'searches',
  },
  blockedPatterns: {
    byDefault: [] as readonly string[],
    weakens: 'item-removed',
    why: 'block-removed',
    name: 'own',
  },
  exemptions: {
    byDefault: [] as readonly string[],
    weakens: 'item-added',
    why: 'exemption-added',
    name: 'exemptions',
  },
  // The pause before "Continue anyway", in seconds. Five to ten are enough; longer mainly annoys (docs/content-policy.md, the one sec trial).
  continueDelaySeconds: {
    byDefault: 6 as number,
    managedKey: 'continueDelaySeconds',
    weakens: 'lowered',
    why: 'delay',
    name: 'delay',
  },
  writeLine: { byDefault: false as boolean, weakens: 'turned-off', why: 'write-line', name: 'writeLine' },
  neutralPage: { byDefault: 'about:blank' as string, name: 'leavePage' },
  reason: { byDefault: '' as string, name: 'reason' },
  // A child must not be able to change the name that a parent entered.
  trustedAdult: {
    byDefault: '' as string,
    weakens: 'text-changed',
    why: 'trusted-adult',
    name: 'trustedAdult',
  },
  promiseHours: { byDefault: 0 as number, weakens: 'lowered', why: 'promise', name: 'promise' },
  daysSince: { byDefault: null as string | null, name: 'daysSince' },
} as const satisfies Record<string, SettingDescription>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;
export type SettingValues = { [Key in SettingKey]: Mutable<(typeof SETTINGS)[Key]['byDefault']> };

/** Settings that a managed key of the same meaning decides. */
export type SharedKey = {
  [Key in SettingKey]: (typeof SETTINGS)[Key] extends { managedKey: string } ? Key : never;
}[SettingKey];
export const SHARED_KEYS = SETTING_KEYS.filter((key): key is SharedKey => 'managedKey' in SETTINGS[key]);
export type SharedValues = Pick<SettingValues, SharedKey>;

/** The switches for what is recognized in addition to the list's own hosts and sections. */
export const RECOGNITION_KEYS = [
  'recognizeNames',
  'recognizeWrappers',
  'recognizeSearches',
] as const satisfies readonly SharedKey[];

/** @returns one value for each key, with its key's type kept. */
export function byKey<const Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

/** @returns the value that applies if neither a policy nor the person has set one; lists are copies. */
export function defaultOf<Key extends SettingKey>(key: Key): SettingValues[Key] {
  const value = SETTINGS[key].byDefault;
  return (Array.isArray(value) ? [...value] : value) as SettingValues[Key];
}
