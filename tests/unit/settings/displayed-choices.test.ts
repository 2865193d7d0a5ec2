/** Tests that a page shows what a policy decides, else what the person chose, and lets them change only the latter. */
import { expect, test } from 'vitest';
import { displayedChoices } from '../../../utils/settings/displayed-choices.ts';
import { policyKeys, userLayer } from '../../../utils/settings/layer.ts';
import { type Chosen, choicesOf, freshSettings } from '../../../utils/settings/schema.ts';
import { effectiveOf } from './effective.ts';

/** @returns what a page shows for these choices under this policy. */
function shown(chosen: Chosen, managed: Record<string, unknown>) {
  const effective = effectiveOf({ ...freshSettings(), chosen }, managed);
  return displayedChoices({ choices: choicesOf(chosen), policyKeys: policyKeys(effective), effective });
}
const POLICY = {
  mode: 'educate',
  audience: 'workplace',
  language: 'es',
  listTiers: ['core'],
  recognizeNames: false,
  recognizeWrappers: false,
  continueDelaySeconds: 30,
  jurisdictions: ['US-GA'],
};

test('without a policy, what the person chose', () => {
  const chosen: Chosen = { country: 'SE', tiers: ['core'], mode: 'zero-tolerance' };
  expect(shown(chosen, {})).toEqual(choicesOf(chosen));
});

test('with one, what the policy decides, and the person’s own beneath', () => {
  const chosen: Chosen = {
    mode: 'zero-tolerance',
    country: 'SE',
    region: '',
    reason: 'for me',
    language: 'en',
  };
  expect(shown(chosen, POLICY)).toEqual({
    ...choicesOf(chosen),
    mode: 'educate',
    audience: 'workplace',
    language: 'es',
    tiers: ['core'],
    recognizeNames: false,
    recognizeWrappers: false,
    continueDelaySeconds: 30,
    country: 'US',
    region: 'US-GA',
  });
  expect(shown(chosen, { jurisdictions: ['NO'] })).toMatchObject({ country: 'NO', region: '' });
  expect(shown(chosen, { jurisdictions: ['PR'] })).toMatchObject({ country: 'US', region: 'US-PR' });
  expect(shown(chosen, { organizationName: 'A' })).toMatchObject({ mode: 'zero-tolerance', country: 'SE' });
  expect(shown({ region: 'US-GA' }, { organizationName: 'A' })).toMatchObject({
    country: '',
    region: 'US-GA',
  });
});

test('each choice that the policy decides is not the person’s to make, and no other', () => {
  const exempt = { allowUserExemptions: true };
  const always = ['recognizeNames', 'recognizeWrappers'];
  const keys = (managed: Record<string, unknown>) => policyKeys(effectiveOf(freshSettings(), managed));
  expect(keys({ ...exempt, audience: 'family' })).toEqual(['mode', 'audience', ...always]);
  expect(keys({ ...exempt, language: 'es' })).toEqual(['mode', 'language', ...always]);
  expect(keys({ ...exempt, jurisdictions: ['SE'] })).toEqual(['mode', 'country', 'region', ...always]);
  expect(keys({ ...exempt, listTiers: ['core'] })).toEqual(['mode', 'tiers', ...always]);
  expect(keys({ ...exempt, recognizeNames: true })).toEqual(['mode', ...always]);
  expect(keys({ ...exempt, recognizeWrappers: true })).toEqual(['mode', ...always]);
  expect(keys({ ...exempt, continueDelaySeconds: 9 })).toEqual(['mode', ...always, 'continueDelaySeconds']);
  expect(keys({ mode: 'educate' })).toEqual(['mode', ...always, 'exemptions']);
});

test('the person’s layer contains what they chose, and whether there is a PIN', () => {
  const chosen: Chosen = {
    ...{ mode: 'educate', audience: 'family', language: 'es', tiers: ['core'], recognizeNames: false },
    ...{
      recognizeWrappers: false,
      recognizeSearches: true,
      continueDelaySeconds: 9,
      blockedPatterns: ['a.example'],
      exemptions: ['b.example'],
    },
    ...{ writeLine: true, reason: 'r', trustedAdult: 't' },
  };
  const layer = { ...chosen, jurisdictions: ['US-GA'], pinSet: false };
  const settings = { ...freshSettings(), chosen: { ...chosen, country: 'US', region: 'US-GA' } };
  expect(userLayer(settings)).toEqual(layer);
  const lock = { algorithm: 'PBKDF2-SHA-256', iterations: 600_000, salt: 's', hash: 'h' } as const;
  expect(userLayer({ ...settings, lock }).pinSet).toBe(true);
  expect(Object.keys(userLayer(freshSettings()))).not.toContain('audience');
  expect(Object.keys(userLayer(freshSettings()))).toHaveLength(6);
});
