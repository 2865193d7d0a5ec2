/** Reads the malformed policies, with the expected result of each. */
import { readFileSync } from 'node:fs';

export interface Malformed {
  name: string;
  raw: unknown;
  key?: string;
  keyStarts?: string;
  problem: string;
  severity: 'error' | 'warning';
  /** Present only if a valid `educate` remains in force. */
  mode?: 'educate';
  /** How many items of a list can still be used. */
  keeps?: Record<string, number>;
}

export function malformedPolicies(): Malformed[] {
  const cases = JSON.parse(readFileSync('tests/corpus/malformed-policies.json', 'utf8')) as Malformed[];
  return cases.map((each) => ({ ...each, raw: expand(each.raw) }));
}

/** Expands what would be too long for a file: `$repeat`, `$keys`, `$hosts`, `$numbers`. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node.$repeat) {
    const [text, times] = node.$repeat as [string, number];
    return text.repeat(times);
  }
  if (node.$keys) {
    const [base, letter, times] = node.$keys as [object, string, number];
    return { ...base, [letter.repeat(times)]: 1 };
  }
  if (node.$hosts) return Array.from({ length: node.$hosts as number }, (_, index) => `h${index}.example`);
  if (node.$numbers) return Array.from({ length: node.$numbers as number }, (_, index) => index);
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, expand(inner)]));
}
