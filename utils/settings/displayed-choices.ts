/** Decides what a page shows for each choice: on a managed installation what is in force, else what the person chose. */
import { locate } from '../place/countries.ts';
import { byKey, SHARED_KEYS } from '../policy/setting-descriptions.ts';
import type { EffectiveConfig } from '../policy/types.ts';
import type { ChoiceKey, Choices } from './schema.ts';

export interface DecidedChoices {
  choices: Choices;
  /** Choices that the policy decides: shown, but not changeable. */
  policyKeys: ChoiceKey[];
  effective: EffectiveConfig;
}

/** @returns the choices, with the values that are in force where the policy decides. */
export function displayedChoices({ choices, policyKeys, effective }: DecidedChoices): Choices {
  if (!effective.managed && policyKeys.length === 0) return choices;
  const [place = ''] = effective.jurisdictions.value;
  const decided = policyKeys.includes('country') ? locate(place) : null;
  return {
    ...choices,
    ...byKey(SHARED_KEYS, (key) => effective[key].value),
    ...(decided && { country: decided.country, region: decided.region ?? '' }),
  } as Choices;
}
