/** Tests that the table of settings describes every stored setting and managed key, and how far a policy limits each choice. */
import { describe, expect, test } from 'vitest';
import controls from '../../../data/words/en/controls.json';
import options from '../../../data/words/en/options.json';
import { CAMPAIGN_KEYS, ORGANIZATION_KEYS } from '../../../utils/policy/branding-keys.ts';
import { effective } from '../../../utils/policy/layers.ts';
import { hintOf, MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import {
  defaultOf,
  RECOGNITION_KEYS,
  SETTING_KEYS,
  SETTINGS,
  type SettingDescription,
  SHARED_KEYS,
} from '../../../utils/policy/setting-descriptions.ts';
import type { UserLayer } from '../../../utils/policy/types.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';
import { CHOICE_KEYS } from '../../../utils/settings/schema.ts';

test('each setting that is stored is described, and no other', () => {
  expect(SETTING_KEYS).toEqual(CHOICE_KEYS);
});

test('each has a name on the settings page, and a reason where a change of it loosens', () => {
  for (const key of SETTING_KEYS) {
    const { name, weakens, why }: SettingDescription = SETTINGS[key];
    expect({ ...controls, ...options }, key).toHaveProperty(name);
    expect(weakens === undefined, key).toBe(why === undefined);
    if (why) expect(controls).toHaveProperty(`loosens-${why}`);
  }
});

test('each managed key is described: of a setting, of the organization, of a campaign, or one that is a policy’s alone', () => {
  const alone = ['allowUserExemptions', 'jurisdictions', 'showWelcome', 'blockedPatterns', 'allowedPatterns'];
  const described = [
    ...SHARED_KEYS.map((key) => SETTINGS[key].managedKey),
    ...Object.keys(ORGANIZATION_KEYS),
    ...Object.keys(CAMPAIGN_KEYS),
    ...alone,
  ];
  expect(described.toSorted()).toEqual(MANAGED_KEYS.toSorted());
});

test('a list handed out as default is a copy', () => {
  defaultOf('tiers').push('broad');
  expect(defaultOf('tiers')).toEqual(SETTINGS.tiers.byDefault);
});

describe.each(RECOGNITION_KEYS)('%s', (key) => {
  const layered = (raw: Record<string, unknown>, settings: UserLayer) =>
    effective({ policy: validatePolicy(raw), settings, installType: 'normal', policyKnown: true })[key];
  const otherwise = defaultOf(key);
  const silent = { mode: 'educate' };

  test('is a switch of the policy', () => {
    expect(hintOf(key)).toMatchObject({ kind: 'switch', group: 'list' });
    for (const value of [true, false]) {
      expect(layered({ ...silent, [key]: value }, { [key]: !value })).toEqual({ value, from: 'policy' });
    }
  });

  test('is the person’s own without a policy, and by default what the table says', () => {
    for (const value of [true, false]) expect(layered({}, { [key]: value })).toEqual({ value, from: 'user' });
    expect(layered({}, {})).toEqual({ value: otherwise, from: 'default' });
  });

  test('can be switched on, not off, where a policy is silent about it', () => {
    expect(layered(silent, { [key]: true })).toEqual({ value: true, from: 'user' });
    expect(layered(silent, { [key]: false })).toEqual({ value: otherwise, from: 'default' });
  });
});

test('where a policy is silent the pause can be made longer, not shorter', () => {
  const pause = (continueDelaySeconds: number) =>
    effective({
      policy: validatePolicy({ mode: 'educate' }),
      settings: { continueDelaySeconds },
      installType: 'normal',
      policyKnown: true,
    }).continueDelaySeconds;
  const least = defaultOf('continueDelaySeconds');
  expect(pause(least + 1)).toEqual({ value: least + 1, from: 'user' });
  expect(pause(least)).toEqual({ value: least, from: 'user' });
  expect(pause(least - 1)).toEqual({ value: least, from: 'default' });
});
