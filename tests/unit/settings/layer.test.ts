/** Tests that without a policy a person's choices are in force, and which of them a managed installation decides instead. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockedTiers, offeredPlaces, policyKeys, userLayer } from '../../../utils/settings/layer.ts';
import {
  type Chosen,
  choicesOf,
  DEFAULT_CHOICES,
  freshSettings,
  settingsSchema,
} from '../../../utils/settings/schema.ts';
import { pickLanguage } from '../../../utils/words/pick-language.ts';
import { chosen } from './arbitraries.ts';
import { effectiveOf } from './effective.ts';

test('what was never chosen is no part of the layer: the default shows as a default', () => {
  const effective = effectiveOf(freshSettings());
  expect(effective.mode).toEqual({ value: 'educate', from: 'default' });
  expect(userLayer(freshSettings())).toEqual({
    blockedPatterns: [],
    exemptions: [],
    writeLine: false,
    reason: '',
    trustedAdult: '',
    pinSet: false,
  });
});

test('unmanaged, what is chosen is what is in force', () => {
  fc.assert(
    fc.property(chosen, (one) => {
      const effective = effectiveOf({ ...freshSettings(), chosen: one });
      const choices = choicesOf(one);
      expect(effective.mode.value).toBe(choices.mode);
      expect(effective.tiers.value).toEqual(choices.tiers);
      expect(effective.recognizeNames.value).toBe(choices.recognizeNames);
      expect(effective.recognizeWrappers.value).toBe(choices.recognizeWrappers);
      expect(effective.recognizeSearches.value).toBe(choices.recognizeSearches);
      expect(effective.continueDelaySeconds.value).toBe(choices.continueDelaySeconds);
      const place = choices.region || choices.country;
      expect(effective.jurisdictions.value).toEqual(place ? [place] : []);
      expect(policyKeys(effective)).toEqual([]);
    }),
  );
});

test('a managed installation decides the mode, the allowlist and what is on already, even when its policy is silent about them', () => {
  expect(policyKeys(effectiveOf(freshSettings(), { organizationName: 'Acme' }))).toEqual([
    'mode',
    'recognizeNames',
    'recognizeWrappers',
    'exemptions',
  ]);
});

test('on a managed installation that says nothing of the list, its default parts stay on', () => {
  const tiers = (chosen: Chosen, managed: Record<string, unknown>) =>
    lockedTiers(effectiveOf({ ...freshSettings(), chosen }, managed));
  expect(tiers({}, {})).toEqual([]);
  expect(tiers({}, { organizationName: 'Acme' })).toEqual(['core', 'extended']);
  expect(tiers({ tiers: ['broad'] }, { organizationName: 'Acme' })).toEqual(['core', 'extended']);
  expect(tiers({ tiers: ['broad'] }, { listTiers: ['core'] })).toEqual(['core']);
});

test('the defaults are valid settings', () => {
  expect(settingsSchema.safeParse({ ...freshSettings(), chosen: DEFAULT_CHOICES }).success).toBe(true);
});

test('a page speaks the chosen language, else the first it knows of the browser’s, else English', () => {
  expect(pickLanguage('es', ['en'])).toBe('es');
  expect(pickLanguage('auto', ['fi-FI', 'es-MX', 'en'])).toBe('es');
  expect(pickLanguage('auto', ['fi-FI'])).toBe('en');
});

test('a territory that a policy offers with a code of its own is offered as the lists of places name it', () => {
  const offered = offeredPlaces(effectiveOf(freshSettings(), { jurisdictions: ['PR', 'US-GA', 'SE'] })) ?? [];
  expect(offered).toEqual(['US-PR', 'US-GA', 'SE']);
  expect(offeredPlaces(effectiveOf(freshSettings(), { jurisdictions: ['PR'] }))).toBeNull();
});
