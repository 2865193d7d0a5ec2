/** Tests that a managed installation is never looser than its policy permits, whatever key is wrong and whatever a person chooses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effective, type InstallType } from '../../../utils/policy/layers.ts';
import { MANAGED_KEYS, type ManagedKey } from '../../../utils/policy/schema.ts';
import type { EffectiveConfig } from '../../../utils/policy/types.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';
import { userLayer } from '../../../utils/settings/layer.ts';
import { type LooseningReason, loosens } from '../../../utils/settings/loosens.ts';
import { type Chosen, freshSettings } from '../../../utils/settings/schema.ts';
import { anyText } from '../any-text.ts';
import { chosen } from '../settings/arbitraries.ts';
import { policyOf, rightValue } from './arbitraries.ts';

const installs = fc.constantFrom<InstallType>('admin', 'normal', 'development', 'sideload', 'other');

function layered(raw: unknown, choices: Chosen, installType: InstallType): EffectiveConfig {
  const settings = userLayer({ ...freshSettings(), chosen: choices });
  return effective({ policy: validatePolicy(raw), settings, installType, policyKnown: true });
}

/** @returns what is in force, in the terms in which `loosens` compares, which is the only definition of looser in the code. */
function firmness({ mode, audience, tiers, blocked, allowed, ...rest }: EffectiveConfig): Chosen {
  return {
    mode: mode.value,
    audience: audience.value,
    tiers: tiers.value,
    recognizeNames: rest.recognizeNames.value,
    recognizeWrappers: rest.recognizeWrappers.value,
    recognizeSearches: rest.recognizeSearches.value,
    blockedPatterns: [...blocked.policy, ...blocked.user].map(({ text }) => text),
    exemptions: [...allowed.policy, ...allowed.user].map(({ text }) => text),
    continueDelaySeconds: rest.continueDelaySeconds.value,
    writeLine: rest.writeLine,
    trustedAdult: rest.trustedAdult,
  };
}

const looser = (before: EffectiveConfig, after: EffectiveConfig): LooseningReason[] =>
  loosens({ chosen: firmness(before) }, { chosen: firmness(after) });

/** The only thing that each key may loosen, because an administrator wrote it there. Every other key loosens nothing. */
const MAY_LOOSEN: Partial<Record<ManagedKey, LooseningReason['key']>> = {
  mode: 'mode',
  audience: 'audience',
  listTiers: 'tiers',
  recognizeNames: 'recognizeNames',
  recognizeWrappers: 'recognizeWrappers',
  recognizeSearches: 'recognizeSearches',
  allowedPatterns: 'exemptions',
  allowUserExemptions: 'exemptions',
  continueDelaySeconds: 'continueDelaySeconds',
};

test('one key more loosens nothing but what that key itself decides', () => {
  const key = fc.constantFrom(...MANAGED_KEYS);
  const added = key.chain((name) => fc.tuple(fc.constant(name), rightValue(name)));
  fc.assert(
    fc.property(policyOf, added, chosen, installs, (policy, [name, value], choices, install) => {
      const { [name]: _before, ...without } = policy;
      const before = layered(without, choices, install);
      const after = layered({ ...without, [name]: value }, choices, install);
      const allowed = MAY_LOOSEN[name];
      expect(looser(before, after).filter((reason) => reason.key !== allowed)).toEqual([]);
      expect(after.managed).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a key that is wrong, or that nobody knows, loosens nothing at all', () => {
  const wrong = fc.oneof(
    fc.tuple(
      fc.constantFrom(...MANAGED_KEYS),
      fc.constantFrom<unknown>(null, {}, { Value: null }, [[]], '['),
    ),
    // The mark in front keeps a random name from being one of the keys.
    fc.tuple(
      anyText.map((name) => `?${name}`),
      fc.anything(),
    ),
  );
  fc.assert(
    fc.property(policyOf, wrong, chosen, installs, (policy, [name, value], choices, install) => {
      const { [name]: _before, ...without } = policy;
      const before = layered(without, choices, install);
      const after = layered({ ...without, [name]: value }, choices, install);
      expect(looser(before, after)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('a managed installation is never looser than its policy alone, whatever the person chooses', () => {
  fc.assert(
    fc.property(policyOf, chosen, (policy, choices) => {
      const alone = layered(policy, {}, 'admin');
      const reasons = looser(alone, layered(policy, choices, 'admin')).map(({ key }) => key);
      // The audience decides words. The person's own allowlist counts only if the policy allows it.
      const theirs = policy.allowUserExemptions === true ? ['audience', 'exemptions'] : ['audience'];
      expect(reasons.filter((key) => !theirs.includes(key))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
