/** Connects the settings with the policy: gives the person's layer, and the choices that the person cannot make. */

import type { Tier } from '../pattern/types.ts';
import { locate } from '../place/countries.ts';
import {
  byKey,
  defaultOf,
  RECOGNITION_KEYS,
  SHARED_KEYS,
  type SharedValues,
} from '../policy/setting-descriptions.ts';
import type { EffectiveConfig, UserLayer } from '../policy/types.ts';
import { CHOICE_KEYS, type ChoiceKey, choicesOf, type Settings } from './schema.ts';

/** @returns the person's layer. A region implies its country. */
export function userLayer(settings: Settings): UserLayer {
  const { chosen } = settings;
  const { blockedPatterns, exemptions, writeLine, reason, trustedAdult, region, country } = choicesOf(chosen);
  const jurisdiction = region || country;
  const shared = Object.fromEntries(
    SHARED_KEYS.filter((key) => chosen[key] !== undefined).map((key) => [key, chosen[key]]),
  ) as Partial<SharedValues>;
  return {
    ...shared,
    ...(jurisdiction !== '' && { jurisdictions: [jurisdiction] }),
    blockedPatterns,
    exemptions,
    writeLine,
    reason,
    trustedAdult,
    pinSet: settings.lock !== null,
  };
}

/**
 * @returns the choices that the policy decides. On a managed installation the mode is always one of them, and so is every recognition
 *   that is on by default: if the policy does not set it, the person may only turn more recognition on (`utils/policy/layers.ts`).
 */
export function policyKeys(effective: EffectiveConfig): ChoiceKey[] {
  const decided: Partial<Record<ChoiceKey, boolean>> = {
    ...byKey(SHARED_KEYS, (key) => effective[key].from === 'policy'),
    ...byKey(RECOGNITION_KEYS, (key) => decidesSwitch(effective, key)),
    mode: effective.managed,
    country: decidesPlace(effective),
    region: decidesPlace(effective),
    exemptions: !effective.allowUserExemptions.value,
  };
  return CHOICE_KEYS.filter((key) => decided[key]);
}

/** A policy with several places leaves the choice among them to the person. */
function decidesPlace({ jurisdictions }: EffectiveConfig): boolean {
  return jurisdictions.from === 'policy' && jurisdictions.value.length === 1;
}

/** @returns the policy's places from which the person may choose, as ISO 3166 codes; null if it names fewer than two. */
export function offeredPlaces({ jurisdictions }: EffectiveConfig): readonly string[] | null {
  if (jurisdictions.from !== 'policy' || jurisdictions.value.length < 2) return null;
  // A US territory may be named by a country code of its own, which no list of places contains.
  const places = jurisdictions.value.flatMap((code) => locate(code) ?? []);
  return places.map(({ country, region }) => region ?? country);
}

function decidesSwitch(effective: EffectiveConfig, key: (typeof RECOGNITION_KEYS)[number]): boolean {
  return effective[key].from === 'policy' || (effective.managed && defaultOf(key));
}

/** @returns the parts of the list that the person cannot turn off on a managed installation. */
export function lockedTiers({ managed, tiers }: EffectiveConfig): readonly Tier[] {
  if (!managed) return [];
  return tiers.from === 'user' ? defaultOf('tiers') : tiers.value;
}
