/** Tests that the status page shows for every managed key whether it arrived, whether it was used, and which layer decides. */
import { expect, test } from 'vitest';
import { effective } from '../../../utils/policy/layers.ts';
import { describeLogo } from '../../../utils/policy/logo.ts';
import { policyRows, unknownKeys } from '../../../utils/policy/policy-rows.ts';
import { hintOf, MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';

const layers = (raw: unknown) =>
  effective({
    policy: validatePolicy(raw),
    settings: { language: 'es' },
    installType: 'admin',
    policyKnown: true,
  });
const row = (raw: unknown, key: string) => policyRows(layers(raw)).find((one) => one.key === key);

test('every managed key has a row, also without a policy', () => {
  expect(policyRows(layers({})).map(({ key }) => key)).toEqual(MANAGED_KEYS);
  expect(policyRows(layers({})).every(({ arrived }) => arrived === 'missing')).toBe(true);
});

test('what arrived, what was repaired, what was rejected, and which layer decides', () => {
  const raw = {
    mode: 'educate',
    continueDelaySeconds: '30',
    recognizeNames: 'perhaps',
    organizationName: 'Example Works',
    blockedPatterns: ['a.example'],
    wrongKey: 1,
  };
  expect(row(raw, 'organizationName')).toMatchObject({
    arrived: 'used',
    value: 'Example Works',
    from: 'policy',
  });
  expect(row(raw, 'continueDelaySeconds')).toMatchObject({ value: '30', from: 'policy' });
  expect(row(raw, 'recognizeNames')).toMatchObject({ arrived: 'rejected', value: 'true', from: 'default' });
  // One error makes the whole installation strict. The row shows what applies, not what was requested.
  expect(row(raw, 'mode')).toMatchObject({ arrived: 'used', value: 'zero-tolerance' });
  expect(row(raw, 'language')).toMatchObject({ arrived: 'missing', value: 'es', from: 'user' });
  expect(row(raw, 'blockedPatterns')).toMatchObject({ value: 'a.example' });
  expect(row(raw, 'campaignName')).toMatchObject({ arrived: 'missing', value: null });
  expect(unknownKeys(layers(raw))).toEqual(['wrongKey']);
});

test('every text and address of a policy arrives in the row of its own key', () => {
  const examples = Object.fromEntries(MANAGED_KEYS.map((key) => [key, hintOf(key).example]));
  const rows = policyRows(layers(examples));
  for (const key of MANAGED_KEYS) {
    const { example } = hintOf(key);
    const plain = Array.isArray(example) ? example.join(', ') : String(example);
    const value = key === 'organizationLogo' ? describeLogo(plain) : plain;
    expect(rows.find((one) => one.key === key)).toEqual({ key, arrived: 'used', value, from: 'policy' });
  }
});

test('what was repaired says so; what nobody set is nothing, from nobody', () => {
  expect(row({ recognizeNames: 'true' }, 'recognizeNames')).toMatchObject({
    arrived: 'repaired',
    value: 'true',
  });
  expect(row({ organizationName: '' }, 'organizationName')).toEqual({
    key: 'organizationName',
    arrived: 'repaired',
    value: null,
    from: 'default',
  });
  for (const key of [
    'blockedPatterns',
    'allowedPatterns',
    'jurisdictions',
    'campaignUntil',
    'assistancePhone',
  ])
    expect(row({}, key)).toMatchObject({ value: null, from: 'default' });
  expect(row({ blockedPatterns: ['a.example', 'b.example'] }, 'blockedPatterns')?.value).toBe(
    'a.example, b.example',
  );
});
