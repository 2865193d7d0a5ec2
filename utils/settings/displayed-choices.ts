/** What a page shows for each choice: what is in force on a managed installation, else what the person chose. */
import { byKey, SHARED_KEYS } from '../policy/setting-descriptions.ts';
import type { EffectiveConfig } from '../policy/types.ts';
import type { ChoiceKey, Choices } from './schema.ts';

export interface DecidedChoices {
  choices: Choices;
  /** Choices the policy decides: shown, but inert. */
  policyKeys: ChoiceKey[];
  effective: EffectiveConfig;
}

/** @returns the choices, with what the policy decides in their place. */
export function displayedChoices({ choices, policyKeys, effective }: DecidedChoices): Choices {
  if (!effective.managed && policyKeys.length === 0) return choices;
  const [place = ''] = effective.jurisdictions.value;
  const placed = policyKeys.includes('country');
  return {
    ...choices,
    ...byKey(SHARED_KEYS, (key) => effective[key].value),
    ...(placed && { country: place.slice(0, 2), region: place.includes('-') ? place : '' }),
  } as Choices;
}
