/** Generates random valid values of the managed keys, and policies made of them. */
import fc from 'fast-check';
import { hintOf, MANAGED_KEYS, type ManagedKey } from '../../../utils/policy/schema.ts';

const patterns = fc.uniqueArray(
  fc.constantFrom('a.example', '=b.example', 'c.example/section/*', 'A.example', 'd.example'),
  { maxLength: 4 },
);

/** @returns values that the key accepts without an error, as an administrator would write them. */
export function rightValue(key: ManagedKey): fc.Arbitrary<unknown> {
  const { kind, choices = [], example, most = 0 } = hintOf(key);
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...choices);
    case 'choices':
      return fc.subarray([...choices], { minLength: 1 });
    case 'switch':
      return fc.boolean();
    case 'seconds':
      return fc.oneof(fc.integer({ min: 0, max: most }), fc.constantFrom('0', '600'));
    case 'patterns':
      return patterns;
    default:
      return fc.constant(example);
  }
}

/** Any subset of the keys with valid values. */
export const policyOf: fc.Arbitrary<Record<string, unknown>> = fc
  .subarray([...MANAGED_KEYS])
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, rightValue(key)]))));
