/** Merges policy, the user's settings and the defaults, in this order of precedence, and records for every value which layer decided it. */
import { parseCustomPatterns } from '../pattern/custom-pattern.ts';
import { TIERS, type Tier } from '../pattern/types.ts';
import { CAMPAIGN_KEYS, type CampaignKey, ORGANIZATION_KEYS, type OrganizationKey } from './branding-keys.ts';
import { defaultOf, SETTINGS, SHARED_KEYS, type SharedKey } from './setting-descriptions.ts';
import type { Campaign, EffectiveConfig, Organization, Sourced, UserLayer } from './types.ts';
import type { PolicyValues, ValidatedPolicy } from './validate.ts';

/** `management.getSelf().installType`; `admin` means that a browser policy installed the extension. */
export type InstallType = 'admin' | 'development' | 'normal' | 'sideload' | 'other';

export interface LayerInput {
  policy: ValidatedPolicy;
  settings: UserLayer;
  installType: InstallType;
  /** See `policyInForce` in managed-policy-state.ts. */
  policyKnown: boolean;
}

/**
 * @returns everything that is in force, each value with its layer. Nothing is written back into a layer: called again with an
 *   empty policy, it returns the user's own values, unchanged.
 *
 * A managed installation (any key arrived, or an administrator installed the extension) is in zero tolerance if the policy has no
 * usable mode or any error. What a managed policy does not set, the user may make stricter, never weaker.
 */
export function effective({ policy, settings, installType, policyKnown }: LayerInput): EffectiveConfig {
  const values = policy.policy;
  const managed = policy.arrived.length > 0 || installType === 'admin';
  const blocked = parseCustomPatterns(settings.blockedPatterns ?? []);
  const exempt = parseCustomPatterns(settings.exemptions ?? []);
  const allowUserExemptions = pick(values.allowUserExemptions, undefined, !managed);

  return {
    managed,
    policyKnown,
    arrived: policy.arrived,
    ...shared(policy, settings, managed),
    jurisdictions: pick(values.jurisdictions, settings.jurisdictions, []),
    allowUserExemptions,
    showWelcome: pick(values.showWelcome, undefined, !managed),
    organization: organization(values),
    campaign: campaign(values),
    blocked: { policy: values.blockedPatterns ?? [], user: blocked.patterns },
    allowed: {
      policy: values.allowedPatterns ?? [],
      user: allowUserExemptions.value ? exempt.patterns : [],
    },
    writeLine: settings.writeLine ?? defaultOf('writeLine'),
    reason: settings.reason ?? defaultOf('reason'),
    trustedAdult: settings.trustedAdult ?? defaultOf('trustedAdult'),
    pinSet: settings.pinSet ?? false,
    issues: policy.issues,
  };
}

function pick<T>(policy: T | undefined, user: T | undefined, otherwise: T): Sourced<T> {
  if (policy !== undefined) return { value: policy, from: 'policy' };
  if (user !== undefined) return { value: user, from: 'user' };
  return { value: otherwise, from: 'default' };
}

/** Merges the settings that a policy and a person can both decide. */
function shared(
  policy: ValidatedPolicy,
  settings: UserLayer,
  managed: boolean,
): Pick<EffectiveConfig, SharedKey> {
  const values = SHARED_KEYS.map((key) => {
    if (key === 'mode') return [key, mode(policy, settings, managed)];
    if (key === 'tiers') return [key, tiers(policy, settings, managed)];
    return [key, sharedSetting(key, policy.policy, settings, managed)];
  });
  return Object.fromEntries(values) as Pick<EffectiveConfig, SharedKey>;
}

function sharedSetting(
  key: Exclude<SharedKey, 'mode' | 'tiers'>,
  values: PolicyValues,
  settings: UserLayer,
  managed: boolean,
): Sourced<unknown> {
  const setting = SETTINGS[key];
  const own = settings[key];
  const otherwise = managed && 'managedDefault' in setting ? setting.managedDefault : setting.byDefault;
  return pick<unknown>(values[setting.managedKey], managed && narrows(key, own) ? undefined : own, otherwise);
}

/** On a managed device the user may turn recognition on or choose a longer pause, but not the opposite. */
function narrows(key: SharedKey, own: unknown): boolean {
  const { weakens, byDefault } = SETTINGS[key] as { weakens?: unknown; byDefault: unknown };
  if (weakens === 'turned-off') return own === false;
  return weakens === 'lowered' && Number(own) < Number(byDefault);
}

function mode(policy: ValidatedPolicy, settings: UserLayer, managed: boolean): EffectiveConfig['mode'] {
  if (!managed) return pick(undefined, settings.mode, defaultOf('mode'));
  const broken = policy.issues.some((issue) => issue.severity === 'error');
  const value = broken ? undefined : policy.policy.mode;
  return { value: value ?? SETTINGS.mode.managedDefault, from: 'policy' };
}

/** The user of a managed device may add tiers. A list of tiers with an error never turns on fewer than the default. */
function tiers(policy: ValidatedPolicy, settings: UserLayer, managed: boolean): Sourced<Tier[]> {
  const listed = policy.policy.listTiers;
  const broken = policy.issues.some((issue) => issue.key === 'listTiers' && issue.severity === 'error');
  if (!managed || (listed && !broken)) return pick(listed, settings.tiers, defaultOf('tiers'));
  const least = [...defaultOf('tiers'), ...(listed ?? [])];
  const added = (settings.tiers ?? []).filter((tier) => !least.includes(tier));
  const value = TIERS.filter((tier) => least.includes(tier) || added.includes(tier));
  if (added.length > 0) return { value, from: 'user' };
  return { value, from: broken ? 'policy' : 'default' };
}

function organization(values: PolicyValues): Organization {
  return renamed(values, ORGANIZATION_KEYS);
}

/** A campaign needs a name and a text; the rest is optional. */
function campaign(values: PolicyValues): Campaign | null {
  const { name, text, ...rest } = renamed(values, CAMPAIGN_KEYS);
  return name && text ? { name, text, ...rest } : null;
}

/** @returns the texts that are set, under the names that `names` gives them. */
function renamed<Key extends OrganizationKey | CampaignKey, Name extends string>(
  values: PolicyValues,
  names: Readonly<Record<Key, Name>>,
): Partial<Record<Name, string>> {
  const keys = Object.keys(names) as Key[];
  const said = keys.filter((key) => values[key]).map((key) => [names[key], values[key]]);
  return Object.fromEntries(said) as Partial<Record<Name, string>>;
}
