/** Where the settings meet the policy: the person's layer, and which choices are not theirs to make. */

import type { Tier } from '../pattern/types.ts';
import { DEFAULTS } from '../policy/defaults.ts';
import type { EffectiveConfig, Sourced, UserLayer } from '../policy/types.ts';
import { CHOICE_KEYS, type ChoiceKey, choicesOf, type Settings } from './schema.ts';

/** @returns the person's layer. A region stands for its country too. */
export function userLayer(settings: Settings): UserLayer {
  const { mode, audience, language, tiers, continueDelaySeconds } = settings.chosen;
  const { recognizeNames, recognizeWrappers, recognizeSearches } = settings.chosen;
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
    ...(recognizeSearches !== undefined && { recognizeSearches }),
    ...(continueDelaySeconds !== undefined && { continueDelaySeconds }),
    blockedPatterns,
    exemptions,
    writeLine,
    reason,
    trustedAdult,
    pinSet: settings.lock !== null,
  };
}

/**
 * @returns the choices that the policy decides. On a managed installation the mode is always one of them, and so is what
 *   is on already: where its policy is silent the person may only make recognition wider (`utils/policy/layers.ts`).
 */
export function policyKeys(effective: EffectiveConfig): ChoiceKey[] {
  const decided: Partial<Record<ChoiceKey, boolean>> = {
    mode: effective.managed,
    audience: effective.audience.from === 'policy',
    language: effective.language.from === 'policy',
    country: decidesPlace(effective),
    region: decidesPlace(effective),
    tiers: effective.tiers.from === 'policy',
    recognizeNames: decidesSwitch(effective, effective.recognizeNames, DEFAULTS.recognizeNames),
    recognizeWrappers: decidesSwitch(effective, effective.recognizeWrappers, DEFAULTS.recognizeWrappers),
    recognizeSearches: decidesSwitch(effective, effective.recognizeSearches, DEFAULTS.recognizeSearches),
    continueDelaySeconds: effective.continueDelaySeconds.from === 'policy',
    exemptions: !effective.allowUserExemptions.value,
  };
  return CHOICE_KEYS.filter((key) => decided[key]);
}

/** A policy with several places leaves the choice among them to the person. */
function decidesPlace({ jurisdictions }: EffectiveConfig): boolean {
  return jurisdictions.from === 'policy' && jurisdictions.value.length === 1;
}

/** @returns the places of the policy that the person may choose among, as ISO 3166 codes; null where it names one or none. */
export function offeredPlaces({ jurisdictions }: EffectiveConfig): readonly string[] | null {
  return jurisdictions.from === 'policy' && jurisdictions.value.length > 1 ? jurisdictions.value : null;
}

function decidesSwitch(
  { managed }: EffectiveConfig,
  { from }: Sourced<boolean>,
  otherwise: boolean,
): boolean {
  return from === 'policy' || (managed && otherwise);
}

/** @returns the parts of the list that are on whatever the person chooses, on a managed installation. */
export function lockedTiers({ managed, tiers }: EffectiveConfig): readonly Tier[] {
  if (!managed) return [];
  return tiers.from === 'user' ? DEFAULTS.tiers : tiers.value;
}
