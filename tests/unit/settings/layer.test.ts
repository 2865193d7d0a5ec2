import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speaking } from '../../../components/controls/speaking.ts';
import { kindOf } from '../../../utils/settings/browser-kind.ts';
import { daysBetween } from '../../../utils/settings/days.ts';
import { policyKeys, userLayer } from '../../../utils/settings/layer.ts';
import { choicesOf, DEFAULT_CHOICES, freshSettings, settingsSchema } from '../../../utils/settings/schema.ts';
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
      expect(effective.continueDelaySeconds.value).toBe(choices.continueDelaySeconds);
      const place = choices.region || choices.country;
      expect(effective.jurisdictions.value).toEqual(place ? [place] : []);
      expect(policyKeys(effective)).toEqual([]);
    }),
  );
});

test('a managed installation decides the mode and the exemptions even when its policy is silent about them', () => {
  expect(policyKeys(effectiveOf(freshSettings(), { organizationName: 'Acme' }))).toEqual([
    'mode',
    'exemptions',
  ]);
});

test('the defaults are valid settings', () => {
  expect(settingsSchema.safeParse({ ...freshSettings(), chosen: DEFAULT_CHOICES }).success).toBe(true);
});

test('days are whole, across a change of clocks and of years, and never negative', () => {
  expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0);
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
  expect(daysBetween('2026-12-01', '2026-11-21')).toBe(0);
});

test('each browser gets its own steps', () => {
  expect(kindOf('firefox', 'Mozilla/5.0 (Android 15; Mobile; rv:153.0)')).toBe('firefox-android');
  expect(kindOf('firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0)')).toBe('firefox');
  expect(kindOf('chrome', 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0')).toBe('edge');
  expect(kindOf('chrome', 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36')).toBe('chrome');
  expect(kindOf('safari', '')).toBe('safari');
});

test('a page speaks the chosen language, else the first it knows of the browser’s, else English', () => {
  expect(speaking('es', ['en'])).toBe('es');
  expect(speaking('auto', ['fr-FR', 'es-MX', 'en'])).toBe('es');
  expect(speaking('auto', ['fr-FR'])).toBe('en');
});
