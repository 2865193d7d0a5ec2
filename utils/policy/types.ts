/** What the layers (policy over user over defaults) come to. Written by the worker, read by every page. */
import type { CustomPattern, Tier } from '../pattern/types.ts';
import type { Language } from '../words/languages.ts';

export const MODES = ['educate', 'zero-tolerance'] as const;
export type Mode = (typeof MODES)[number];

export const AUDIENCES = ['workplace', 'family', 'personal'] as const;
export type Audience = (typeof AUDIENCES)[number];

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
  /** `error` forces zero tolerance; `warning` was repaired and says how. */
  severity: 'error' | 'warning';
}

/** The user's own layer, as the settings hand it over. Nothing of a policy is ever written into it. */
export interface UserLayer {
  mode?: Mode;
  audience?: Audience;
  language?: Language | 'auto';
  jurisdictions?: string[];
  tiers?: Tier[];
  recognizeNames?: boolean;
  recognizeWrappers?: boolean;
  recognizeSearches?: boolean;
  continueDelaySeconds?: number;
  /** Lines as the person wrote them. */
  blockedPatterns?: string[];
  exemptions?: string[];
  writeLine?: boolean;
  reason?: string;
  trustedAdult?: string;
  pinSet?: boolean;
}

/** A local, dated branding of the notice. All text, never HTML; dates are `YYYY-MM-DD`, both inclusive. */
export interface Campaign {
  name: string;
  text: string;
  url?: string;
  from?: string;
  until?: string;
}

/** What an employer or a school says on the notice. Text, and a checked picture. */
export interface Organization {
  name?: string;
  /** A PNG or WebP as a data address, checked by its bytes. */
  logo?: string;
  statement?: string;
  policyUrl?: string;
  contact?: string;
  assistanceName?: string;
  assistancePhone?: string;
  assistanceUrl?: string;
}

/** Everything the rest of the product needs to know, each value with its provenance where a person sees it. */
export interface EffectiveConfig {
  /** True if a managed key has arrived or the browser says an administrator installed the extension. */
  managed: boolean;
  /** False until the browser has answered for sure: nothing may be loosened (no pass) before. */
  policyKnown: boolean;
  /** Names of the managed keys that arrived, usable or not. */
  arrived: string[];
  mode: Sourced<Mode>;
  audience: Sourced<Audience>;
  language: Sourced<Language | 'auto'>;
  /** ISO 3166 codes such as `US-GA`; empty means: guess the country on the device. */
  jurisdictions: Sourced<string[]>;
  tiers: Sourced<Tier[]>;
  recognizeNames: Sourced<boolean>;
  recognizeWrappers: Sourced<boolean>;
  /** What search engines are asked. Off unless someone turns it on. */
  recognizeSearches: Sourced<boolean>;
  allowUserExemptions: Sourced<boolean>;
  /** Seconds in front of the notice before `Continue anyway` can be used (0 to 600). */
  continueDelaySeconds: Sourced<number>;
  showWelcome: Sourced<boolean>;
  organization: Organization;
  campaign: Campaign | null;
  blocked: { policy: CustomPattern[]; user: CustomPattern[] };
  /** `user` is already empty where exemptions are not allowed. */
  allowed: { policy: CustomPattern[]; user: CustomPattern[] };
  /** The notice asks for one line before `Continue anyway`; the line is kept nowhere. */
  writeLine: boolean;
  /** Own words shown first on a personal notice. */
  reason: string;
  /** A trusted adult named on a family notice. */
  trustedAdult: string;
  /** A PIN stands before every loosening. */
  pinSet: boolean;
  issues: PolicyIssue[];
}
