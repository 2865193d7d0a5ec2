/** What a page shows for each choice: what is in force on a managed installation, else what the person chose. */
import type { SettingsView } from '../messages/answers.ts';
import { byKey, SHARED_KEYS } from '../policy/setting-descriptions.ts';
import type { Choices } from './schema.ts';

/** @returns the choices, with what the policy decides in their place. */
export function displayedChoices({ choices, policyKeys, effective }: SettingsView): Choices {
  if (!effective.managed && policyKeys.length === 0) return choices;
  const [place = ''] = effective.jurisdictions.value;
  const placed = policyKeys.includes('country');
  return {
    ...choices,
    ...byKey(SHARED_KEYS, (key) => effective[key].value),
    ...(placed && { country: place.slice(0, 2), region: place.includes('-') ? place : '' }),
  } as Choices;
}
