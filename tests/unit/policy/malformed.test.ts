/** Tests that each of the malformed policies in the corpus is reported by key, and that none makes the extension less strict. */
import { describe, expect, test } from 'vitest';
import { describeIssue } from '../../../utils/policy/describe-issue.ts';
import { effective } from '../../../utils/policy/layers.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { malformedPolicies } from '../../corpus/malformed-policies.ts';

const cases = malformedPolicies();

const english = await loadWords('policy', 'en');
const spanish = await loadWords('policy', 'es');

test('there are at least sixty', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe('malformed policies', () => {
  test.each(cases)('$name', (malformed) => {
    const validated = validatePolicy(malformed.raw);
    const issue = validated.issues.find(
      ({ problem, severity }) => problem === malformed.problem && severity === malformed.severity,
    );
    expect(issue, JSON.stringify(validated.issues.slice(0, 3))).toBeDefined();
    if (!issue) return;
    if (malformed.key) expect(issue.key).toBe(malformed.key);
    if (malformed.keyStarts) expect(issue.key.startsWith(malformed.keyStarts)).toBe(true);
    for (const words of [english, spanish]) {
      const message = describeIssue(issue, words);
      expect(message).toContain(issue.key);
      expect(message).not.toBe(issue.problem);
      expect(message).not.toMatch(/\{|undefined/);
    }

    const result = effective({ policy: validated, settings: {}, installType: 'normal', policyKnown: true });
    expect(result.managed).toBe(true);
    expect(result.mode.value).toBe(malformed.mode ?? 'zero-tolerance');
    expect(result.tiers.value).toEqual(expect.arrayContaining(['core', 'extended']));
    for (const [key, count] of Object.entries(malformed.keeps ?? {})) {
      expect(validated.policy[key as 'blockedPatterns']).toHaveLength(count);
    }
    for (const { received, key } of validated.issues) {
      expect(received.length).toBeLessThanOrEqual(80);
      expect(key.length).toBeLessThanOrEqual(80);
      expect(`${received}${key}`).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
    }
    expect(validated.issues.length).toBeLessThanOrEqual(100);
    expect(Object.getPrototypeOf(validated.policy)).toBe(Object.prototype);
  });
});

test('what is shown has no characters that hide or reorder', () => {
  const { policy } = validatePolicy({
    organizationName: 'Ex\u0000am\u202Eple\u200B',
    policyStatement: 'one\r\ntwo\u2028three\u0007',
    contactText: 'one\ntwo',
  });
  expect(policy).toEqual({
    organizationName: 'Example',
    policyStatement: 'one\ntwo\nthree',
    contactText: 'one two',
  });
});
