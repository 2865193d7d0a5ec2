/** What a page shows for each choice: what is in force on a managed installation, else what the person chose. */
import type { SettingsView } from '../messages/answers.ts';
import type { Choices } from './schema.ts';

/** @returns the choices, with what the policy decides in their place. */
export function displayedChoices({ choices, policyKeys, effective }: SettingsView): Choices {
  if (!effective.managed && policyKeys.length === 0) return choices;
  const [place = ''] = effective.jurisdictions.value;
  const placed = policyKeys.includes('country');
  return {
    ...choices,
    mode: effective.mode.value,
    audience: effective.audience.value,
    language: effective.language.value,
    tiers: effective.tiers.value,
    recognizeNames: effective.recognizeNames.value,
    recognizeWrappers: effective.recognizeWrappers.value,
    recognizeSearches: effective.recognizeSearches.value,
    continueDelaySeconds: effective.continueDelaySeconds.value,
    ...(placed && { country: place.slice(0, 2), region: place.includes('-') ? place : '' }),
  };
}
