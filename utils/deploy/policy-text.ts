/** Turns usable policy values back into the plain JSON that policy files carry. */
import type { PolicyText } from '../policy/schema.ts';
import type { PolicyValues } from '../policy/validate.ts';

/** @returns a copy with patterns as their writer wrote them. */
export function policyText(values: PolicyValues): PolicyText {
  const { blockedPatterns, allowedPatterns, ...rest } = values;
  return {
    ...rest,
    ...(blockedPatterns && { blockedPatterns: blockedPatterns.map((pattern) => pattern.text) }),
    ...(allowedPatterns && { allowedPatterns: allowedPatterns.map((pattern) => pattern.text) }),
  };
}
