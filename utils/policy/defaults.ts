/** What holds where neither a policy nor a person has said anything. */
import { DEFAULT_TIERS, type Tier } from '../pattern/types.ts';
import type { Language } from '../words/languages.ts';
import type { Audience, Mode } from './types.ts';

export const DEFAULTS = {
  mode: 'educate' satisfies Mode as Mode,
  /** Managed without a valid mode: fails closed. */
  managedMode: 'zero-tolerance' satisfies Mode as Mode,
  audience: 'personal' satisfies Audience as Audience,
  managedAudience: 'workplace' satisfies Audience as Audience,
  language: 'auto' satisfies Language | 'auto' as Language | 'auto',
  tiers: DEFAULT_TIERS as readonly Tier[],
  recognizeNames: true,
  recognizeWrappers: true,
  recognizeSearches: false,
  /** Seconds. Five to ten are enough; longer mainly annoys (docs/content-policy.md, the one sec trial). */
  continueDelaySeconds: 6,
} as const;
