/** Where the settings meet the policy: the person's layer, and which choices are not theirs to make. */

import type { Effective, UserLayer } from '../policy/types.ts';
import { CHOICE_KEYS, type ChoiceKey, choicesOf, type Settings } from './schema.ts';

/** @returns the person's layer. A region stands for its country too. */
export function userLayer(settings: Settings): UserLayer {
  const { mode, audience, language, tiers, recognizeNames, recognizeWrappers, continueDelaySeconds } =
    settings.chosen;
  const { blockedPatterns, exemptions, writeLine, reason, trustedAdult, region, country } = choicesOf(
    settings.chosen,
  );
  const jurisdiction = region || country;
  return {
    ...(mode !== undefined && { mode }),
    ...(audience !== undefined && { audience }),
    ...(language !== undefined && { language }),
    ...(jurisdiction !== '' && { jurisdictions: [jurisdiction] }),
    ...(tiers !== undefined && { tiers }),
    ...(recognizeNames !== undefined && { recognizeNames }),
    ...(recognizeWrappers !== undefined && { recognizeWrappers }),
    ...(continueDelaySeconds !== undefined && { continueDelaySeconds }),
    blockedPatterns,
    exemptions,
    writeLine,
    reason,
    trustedAdult,
    pinSet: settings.lock !== null,
  };
}

/** @returns the choices that the policy decides. On a managed installation the mode is always one of them. */
export function policyKeys(effective: Effective): ChoiceKey[] {
  const decided: Partial<Record<ChoiceKey, boolean>> = {
    mode: effective.managed,
    audience: effective.audience.from === 'policy',
    language: effective.language.from === 'policy',
    country: effective.jurisdictions.from === 'policy',
    region: effective.jurisdictions.from === 'policy',
    tiers: effective.tiers.from === 'policy',
    recognizeNames: effective.recognizeNames.from === 'policy',
    recognizeWrappers: effective.recognizeWrappers.from === 'policy',
    continueDelaySeconds: effective.continueDelaySeconds.from === 'policy',
    exemptions: !effective.allowUserExemptions.value,
  };
  return CHOICE_KEYS.filter((key) => decided[key]);
}
