/** Tests how policy, settings and defaults combine: a managed installation is strict unless its policy clearly says otherwise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effective, type InstallType } from '../../../utils/policy/layers.ts';
import { hintOf, MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import type { EffectiveConfig, UserLayer } from '../../../utils/policy/types.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';

const user: UserLayer = {
  mode: 'educate',
  tiers: ['core'],
  recognizeNames: false,
  continueDelaySeconds: 3,
  blockedPatterns: ['mine.example'],
  exemptions: ['exempt.example'],
  reason: 'my own words',
  pinSet: true,
};

function layered(raw: unknown, installType: InstallType = 'normal', settings = user): EffectiveConfig {
  return effective({ policy: validatePolicy(raw), settings, installType, policyKnown: true });
}

describe('what managed means', () => {
  test('no policy: the user’s layer, untouched', () => {
    const result = layered({});
    expect(result.managed).toBe(false);
    expect(result.mode).toEqual({ value: 'educate', from: 'user' });
    expect(result.tiers).toEqual({ value: ['core'], from: 'user' });
    expect(result.allowed.user.map((pattern) => pattern.text)).toEqual(['exempt.example']);
    expect(result.blocked.user.map((pattern) => pattern.text)).toEqual(['mine.example']);
  });

  test('nothing is set: the defaults', () => {
    const result = layered({}, 'normal', {});
    expect(result.mode).toEqual({ value: 'educate', from: 'default' });
    expect(result.audience).toEqual({ value: 'personal', from: 'default' });
    expect(result.tiers).toEqual({ value: ['core', 'extended'], from: 'default' });
  });

  test.each([
    ['an unknown key', { somethingElse: 1 }],
    ['a rejected mode', { mode: 'edukate' }],
    ['a mode of the wrong type', { mode: 7 }],
    ['another key alone', { organizationName: 'Example Works' }],
    ['an unreadable text', 'not json'],
    ['a list', ['mode', 'educate']],
  ])('%s makes it managed, in zero tolerance', (_what, raw) => {
    const result = layered(raw);
    expect(result.managed).toBe(true);
    expect(result.mode).toEqual({ value: 'zero-tolerance', from: 'policy' });
    expect(result.allowed.user).toEqual([]);
  });

  test('installed by an administrator without any key', () => {
    expect(layered({}, 'admin').mode).toEqual({ value: 'zero-tolerance', from: 'policy' });
  });

  test('educate by policy, in spite of a user who chose zero tolerance', () => {
    const result = layered({ mode: 'educate' }, 'admin', { mode: 'zero-tolerance' });
    expect(result.mode).toEqual({ value: 'educate', from: 'policy' });
  });
});

describe('what a managed user may still do', () => {
  test('detection can be made wider, not narrower', () => {
    const narrower = layered({ mode: 'educate' });
    expect(narrower.tiers.value).toEqual(['core', 'extended']);
    expect(narrower.recognizeNames).toEqual({ value: true, from: 'default' });
    expect(narrower.continueDelaySeconds.value).toBeGreaterThan(3);
    const wider = layered({ mode: 'educate' }, 'admin', { tiers: ['broad'], continueDelaySeconds: 99 });
    expect(wider.tiers).toEqual({ value: ['core', 'extended', 'broad'], from: 'user' });
    expect(wider.continueDelaySeconds).toEqual({ value: 99, from: 'user' });
  });

  test('own patterns always add; the person’s allowlist counts only if the policy says so', () => {
    expect(layered({ mode: 'zero-tolerance' }).blocked.user).toHaveLength(1);
    expect(layered({ mode: 'zero-tolerance' }).allowed.user).toEqual([]);
    expect(layered({ mode: 'educate' }).allowed.user).toEqual([]);
    const allowed = layered({ mode: 'zero-tolerance', allowUserExemptions: true });
    expect(allowed.allowed.user).toHaveLength(1);
    expect(allowed.allowUserExemptions).toEqual({ value: true, from: 'policy' });
  });
});

test('a campaign needs a name and a text', () => {
  expect(layered({ campaignText: 'Only a text' }).campaign).toBeNull();
  expect(
    layered({ campaignName: 'County', campaignText: 'Text', campaignUntil: '2027-01-31' }).campaign,
  ).toEqual({
    name: 'County',
    text: 'Text',
    until: '2027-01-31',
  });
});

test('what the employer says is said in its own place, and what is not said is not there', () => {
  const said = {
    organizationName: 'A',
    policyStatement: 'B',
    policyUrl: 'https://c.example/',
    contactText: 'D',
    assistanceName: 'E',
    assistancePhone: '+1 555 0100',
    assistanceUrl: 'https://f.example/',
  };
  expect(layered(said).organization).toEqual({
    name: 'A',
    statement: 'B',
    policyUrl: 'https://c.example/',
    contact: 'D',
    assistanceName: 'E',
    assistancePhone: '+1 555 0100',
    assistanceUrl: 'https://f.example/',
  });
  expect(Object.keys(layered({ mode: 'educate' }).organization)).toEqual([]);
  const campaign = {
    campaignName: 'A',
    campaignText: 'B',
    campaignUrl: 'https://c.example/',
    campaignFrom: '2027-01-01',
    campaignUntil: '2027-01-31',
  };
  expect(layered(campaign).campaign).toEqual({
    name: 'A',
    text: 'B',
    url: 'https://c.example/',
    from: '2027-01-01',
    until: '2027-01-31',
  });
  const short = layered({ campaignName: 'A', campaignText: 'B' }).campaign;
  expect(Object.keys(short ?? {})).toEqual(['name', 'text']);
});

test('which layer a value comes from', () => {
  const empty = layered({}, 'normal', {});
  expect([empty.blocked.user, empty.allowed.user]).toEqual([[], []]);
  expect(layered({}, 'normal', { recognizeNames: false }).recognizeNames).toEqual({
    value: false,
    from: 'user',
  });
  expect(layered({}, 'admin', { recognizeNames: true }).recognizeNames).toEqual({
    value: true,
    from: 'user',
  });
  expect(layered({}, 'admin', {}).tiers).toEqual({ value: ['core', 'extended'], from: 'default' });
  expect(layered({}, 'admin', { tiers: ['core'] }).tiers).toEqual({
    value: ['core', 'extended'],
    from: 'default',
  });
  expect(layered({ listTiers: ['core'] }).tiers).toEqual({ value: ['core'], from: 'policy' });
  // A wrong key elsewhere does not affect the tiers, and a repaired list of tiers does not count as broken.
  expect(layered({ listTiers: ['core'], mode: 'off' }).tiers).toEqual({ value: ['core'], from: 'policy' });
  expect(layered({ listTiers: ['CORE'] }).tiers).toEqual({ value: ['core'], from: 'policy' });
  expect(layered({ listTiers: ['broad', 'all'] }, 'normal', {}).tiers).toEqual({
    value: ['core', 'extended', 'broad'],
    from: 'policy',
  });
  expect(layered({}, 'admin', { continueDelaySeconds: 6 }).continueDelaySeconds).toEqual({
    value: 6,
    from: 'user',
  });
  expect(layered({}, 'admin', {}).continueDelaySeconds).toEqual({ value: 6, from: 'default' });
});

/** How much the configuration permits. Each part is 0 if it permits nothing, so that "never looser" means "no part greater". */
function looseness(result: EffectiveConfig): number[] {
  return [
    result.mode.value === 'educate' ? 1 : 0,
    result.allowUserExemptions.value ? 1 : 0,
    result.allowed.user.length,
    -result.tiers.value.length,
    result.recognizeNames.value ? 0 : 1,
    result.recognizeWrappers.value ? 0 : 1,
    -result.blocked.user.length,
  ];
}

const rightValues = Object.fromEntries(MANAGED_KEYS.map((key) => [key, hintOf(key).example]));
const rightPolicy = fc
  .subarray(MANAGED_KEYS)
  .map((keys) => Object.fromEntries(keys.map((key) => [key, rightValues[key]])));
/** Values that are not valid for any key that decides how firm the extension is. */
const rubbish = fc.oneof(
  fc.constantFrom<unknown>(null, {}, [[]], 'rubbish', 7.5, { Value: null }, '[', { a: { b: 1 } }, [null]),
  fc.object(),
);
const FIRM = ['mode', 'allowUserExemptions', 'listTiers', 'recognizeNames', 'recognizeWrappers'] as const;

describe('properties', () => {
  const layers: UserLayer[] = [user, {}, { mode: 'zero-tolerance', tiers: ['archives'] }];
  const users = fc.constantFrom(...layers);
  /** Copies from before any policy: a default that a policy had changed would otherwise change here as well. */
  const withoutPolicy = new Map(
    layers.map((settings) => [settings, structuredClone(layered({}, 'normal', settings))]),
  );
  const installs = fc.constantFrom<InstallType>('admin', 'normal', 'other');

  test('unknown keys and invalid keys never loosen', () => {
    fc.assert(
      fc.property(
        rightPolicy,
        fc.constantFrom(...FIRM),
        rubbish,
        fc.dictionary(fc.string(), fc.anything()),
        users,
        installs,
        (policy, key, bad, more, settings, install) => {
          const before = looseness(layered({ ...policy, organizationName: 'Example' }, install, settings));
          const spoilt = { ...more, ...policy, organizationName: 'Example', [key]: bad };
          const after = looseness(layered(spoilt, install, settings));
          after.forEach((part, index) => {
            // If a key that widened the list becomes invalid, the default tiers apply, in zero tolerance.
            expect(part).toBeLessThanOrEqual(before[index] ?? 0);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('one bad key loses only itself', () => {
    fc.assert(
      fc.property(rightPolicy, fc.constantFrom(...MANAGED_KEYS), (policy, key) => {
        const { [key]: _gone, ...rest } = policy;
        const spoilt = validatePolicy({ ...rest, [key]: { not: 'this' } });
        const others = validatePolicy(rest);
        const { [key]: _left, ...kept } = spoilt.policy;
        expect(kept).toEqual(others.policy);
        expect(spoilt.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.key)).toEqual(
          [key],
        );
        expect(
          effective({ policy: spoilt, settings: user, installType: 'normal', policyKnown: true }).mode.value,
        ).toBe('zero-tolerance');
      }),
    );
  });

  test('removal restores the user’s layer exactly, and the settings were never touched', () => {
    fc.assert(
      fc.property(rightPolicy, users, (policy, settings) => {
        const stored = structuredClone(settings);
        layered(policy, 'admin', settings);
        expect(settings).toEqual(stored);
        const after = layered({}, 'normal', settings);
        expect(after).toEqual(withoutPolicy.get(settings));
        expect(JSON.stringify(after)).not.toContain('"from":"policy"');
        for (const key of ['mode', 'tiers', 'recognizeNames', 'continueDelaySeconds'] as const)
          if (settings[key] !== undefined) expect(after[key]).toEqual({ value: settings[key], from: 'user' });
      }),
    );
  });

  test('anything at all: no crash, and whatever arrives from outside unmanaged never becomes educate by accident', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (raw) => {
        const validated = validatePolicy(raw);
        const result = effective({
          policy: validated,
          settings: {},
          installType: 'admin',
          policyKnown: true,
        });
        if (validated.policy.mode !== 'educate') expect(result.mode.value).toBe('zero-tolerance');
        for (const issue of validated.issues) expect(issue.key).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
