/** What unmanaged layers come to, for tests that need an `Effective` and are not about the layers. */
import type { Effective } from '../../../utils/policy/types.ts';
import { choicesOf, freshSettings, type Settings } from '../../../utils/settings/schema.ts';

export function effectiveOf(settings: Settings = freshSettings(), more: Partial<Effective> = {}): Effective {
  const choices = choicesOf(settings.chosen);
  const from = 'user' as const;
  return {
    managed: false,
    mode: { value: choices.mode, from },
    audience: { value: choices.audience, from },
    language: { value: choices.language, from },
    jurisdictions: { value: choices.region ? [choices.region] : [], from },
    tiers: { value: choices.tiers, from },
    recognizeNames: { value: choices.recognizeNames, from },
    recognizeWrappers: { value: choices.recognizeWrappers, from },
    allowUserExemptions: { value: true, from: 'default' },
    continueDelaySeconds: { value: choices.continueDelaySeconds, from },
    showWelcome: { value: true, from: 'default' },
    organization: {},
    campaign: null,
    blocked: { policy: [], user: [] },
    allowed: { policy: [], user: [] },
    reason: choices.reason,
    trustedAdult: choices.trustedAdult,
    pinSet: settings.lock !== null,
    issues: [],
    ...more,
  };
}
