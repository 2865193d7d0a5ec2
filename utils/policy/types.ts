/** The types of the merged configuration (policy, user, defaults). The worker writes it, and every page reads it. */
import type { CustomPattern } from '../pattern/types.ts';
import type { CampaignField, OrganizationField } from './branding-keys.ts';
import type { SettingValues, SharedValues } from './setting-descriptions.ts';

/** Which layer a value came from. */
export type Provenance = 'policy' | 'user' | 'default';

/** A value and the layer that decided it. */
export interface Sourced<T> {
  value: T;
  from: Provenance;
}

/** Something an administrator should see about the policy that arrived. */
export interface PolicyIssue {
  key: string;
  /** Message key in `data/words/<language>/policy.json`, with its values. */
  problem: string;
  /** The message's values; `describeIssue` adds the key. */
  values?: Record<string, string | number>;
  /** A short, safe rendering of what arrived (text only, cut to 80 characters). */
  received: string;
  /** An `error` forces zero tolerance; a `warning` says how the value was repaired. */
  severity: 'error' | 'warning';
}

/** The user's own layer, as the settings provide it. No value of a policy is ever written into it. */
export interface UserLayer extends Partial<SharedValues>, Partial<PersonalValues> {
  jurisdictions?: string[];
  /** Lines as the person wrote them. */
  blockedPatterns?: string[];
  exemptions?: string[];
  pinSet?: boolean;
}

/** What only the person decides, and the notice shows or asks. */
type PersonalValues = Pick<SettingValues, 'writeLine' | 'reason' | 'trustedAdult'>;

/** A local, dated branding of the notice. All text, never HTML; dates are `YYYY-MM-DD`, both inclusive. */
export type Campaign = Record<'name' | 'text', string> & Partial<Record<CampaignField, string>>;

/** What an employer or a school says on the notice. Text, and a picture as a data address, checked by its bytes. */
export type Organization = Partial<Record<OrganizationField, string>>;

/** The settings that a policy and a person can both decide. */
type SharedConfig = { [Key in keyof SharedValues]: Sourced<SharedValues[Key]> };

/** Everything the rest of the product needs to know. Values that a person sees come with their provenance. */
export interface EffectiveConfig extends SharedConfig, PersonalValues {
  /** True if a managed key has arrived or the browser says an administrator installed the extension. */
  managed: boolean;
  /** False until the browser's answer is certain; before that nothing may be loosened, so no pass is granted. */
  policyKnown: boolean;
  /** Names of the managed keys that arrived, usable or not. */
  arrived: string[];
  /** ISO 3166 codes such as `US-GA`; empty means: guess the country on the device. */
  jurisdictions: Sourced<string[]>;
  allowUserExemptions: Sourced<boolean>;
  showWelcome: Sourced<boolean>;
  organization: Organization;
  campaign: Campaign | null;
  blocked: { policy: CustomPattern[]; user: CustomPattern[] };
  /** `user` is already empty if the person may not have an allowlist. */
  allowed: { policy: CustomPattern[]; user: CustomPattern[] };
  /** A PIN is required before every loosening. */
  pinSet: boolean;
  issues: PolicyIssue[];
}
