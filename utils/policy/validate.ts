/** Turns whatever arrived as managed policy into usable values, and reports what is wrong with the rest. */
import type { CustomPattern } from '../pattern/types.ts';
import { renderReceived } from './clean-text.ts';
import { type Note, parseJson, unwrapValue } from './coerce.ts';
import { nearestKey } from './nearest-key.ts';
import { readValue } from './read-value.ts';
import { MANAGED_KEYS, type ManagedKey, type PolicyText } from './schema.ts';
import type { PolicyIssue } from './types.ts';

type PatternKey = 'blockedPatterns' | 'allowedPatterns';

/** The values that can be used, in their proper types. */
export type PolicyValues = {
  [K in ManagedKey]?: K extends PatternKey ? CustomPattern[] : NonNullable<PolicyText[K]>;
};

export interface ValidatedPolicy {
  policy: PolicyValues;
  issues: PolicyIssue[];
  /** Names of the keys that arrived, known or not, usable or not. */
  arrived: string[];
}

/** Used as the key of an issue that is about the policy as a whole. */
export const WHOLE_POLICY = '(policy)';
/** Maximum length of a policy that arrives as one text, in characters. */
const LONGEST_POLICY = 2_000_000;
/** The most issues reported for one key; one more issue says how many further ones there were. */
const MOST_ISSUES = 20;
const MOST_NAMES = 200;

/**
 * Reads a policy value by value: lenient in form, strict in meaning. A bad key does not affect the others.
 * @param raw - what `storage.managed` delivered: usually an object; Firefox may deliver one JSON text.
 * @returns values, issues and the names that arrived. An issue of severity `error` means that something the administrator
 *   asked for is not in force; it forces zero tolerance. Never throws.
 */
export function validatePolicy(raw: unknown): ValidatedPolicy {
  const result: ValidatedPolicy = { policy: {}, issues: [], arrived: [] };
  if (raw === undefined || raw === null) return result;
  const report = reporter(result.issues);

  const opened = unwrapPolicy(raw);
  for (const note of opened.notes) report(WHOLE_POLICY, note, 'warning', raw);
  if (!opened.ok) {
    report(WHOLE_POLICY, opened.note, 'error', raw);
    result.arrived.push(WHOLE_POLICY);
    return result;
  }

  const { known, unknown } = sortKeys(opened.value);
  const usable: Record<string, unknown> = {};
  for (const [key, name] of known) {
    const value = opened.value[name];
    result.arrived.push(key);
    if (name !== key)
      report(key, { problem: 'keyRenamed', values: { name: renderReceived(name) } }, 'warning', value);
    const read = readValue(key, value);
    for (const note of read.notes) report(key, note, 'warning', value);
    for (const note of read.errors) report(key, note, 'error', value);
    if (read.value !== undefined) usable[key] = read.value;
  }
  result.policy = usable as PolicyValues;
  for (const [index, name] of unknown.entries()) {
    const shown = renderReceived(name) || '?';
    const near = index < MOST_NAMES ? nearestKey(shown) : null;
    const note: Note = near ? { problem: 'unknownKeyNear', values: { near } } : { problem: 'unknownKey' };
    report(shown, note, 'warning', opened.value[name], '(unknown)');
    if (result.arrived.length < MOST_NAMES) result.arrived.push(shown);
  }
  checkTogether(result.policy, report);
  return result;
}

type Opened = { notes: Note[] } & ({ ok: true; value: Record<string, unknown> } | { ok: false; note: Note });

/** Unwraps JSON text, and one wrapper such as `{"Value": …}` or `{"policy": …}`, to get to the keys. */
function unwrapPolicy(raw: unknown): Opened {
  const notes: Note[] = [];
  let value = raw;
  if (typeof value === 'string') {
    if (value.length > LONGEST_POLICY) {
      return { ok: false, notes, note: { problem: 'tooLarge', values: { most: LONGEST_POLICY } } };
    }
    const parsed = parseJson(value);
    if (!parsed.ok) return { ok: false, notes, note: { problem: 'unreadableJson' } };
    value = parsed.value;
    notes.push({ problem: 'wholeText' });
  }
  const inner = unwrapValue(value)?.inner ?? policyLevel(value);
  if (isRecord(inner)) {
    value = inner;
    notes.push({ problem: 'unwrapped' });
  }
  return isRecord(value)
    ? { ok: true, notes, value }
    : { ok: false, notes, note: { problem: 'notAnObject' } };
}

function policyLevel(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  const names = Object.keys(value);
  return names.length === 1 && names[0] === 'policy' ? value.policy : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Accepts a key that differs only in case or outer spaces; if the exact key is present too, that one counts. */
function sortKeys(value: Record<string, unknown>): { known: Map<ManagedKey, string>; unknown: string[] } {
  const known = new Map<ManagedKey, string>();
  const rest: string[] = [];
  const byLower = new Map(MANAGED_KEYS.map((key) => [key.toLowerCase(), key]));
  for (const key of MANAGED_KEYS) if (Object.hasOwn(value, key)) known.set(key, key);
  for (const name of Object.keys(value)) {
    const key = byLower.get(name.trim().toLowerCase());
    if (key === name) continue;
    if (key && !known.has(key)) known.set(key, name);
    else rest.push(name);
  }
  return { known, unknown: rest };
}

type Report = (
  key: string,
  note: Note,
  severity: PolicyIssue['severity'],
  value: unknown,
  countAs?: string,
) => void;

/** Reports issues. Beyond the limit for one key, one last issue counts the rest. Errors and warnings are counted apart. */
function reporter(issues: PolicyIssue[]): Report {
  const counts = new Map<string, number>();
  return (key, note, severity, value, countAs = `${key} ${severity}`) => {
    const count = (counts.get(countAs) ?? 0) + 1;
    counts.set(countAs, count);
    if (count <= MOST_ISSUES) {
      const received = renderReceived(value);
      issues.push({
        key,
        problem: note.problem,
        ...(note.values && { values: note.values }),
        received,
        severity,
      });
      return;
    }
    const more = count - MOST_ISSUES;
    const last = issues.find((issue) => issue.problem === 'moreIssues' && issue.values?.of === countAs);
    if (last) last.values = { more, of: countAs };
    else issues.push({ key, problem: 'moreIssues', values: { more, of: countAs }, received: '', severity });
  };
}

/** Checks what depends on several keys at once. */
function checkTogether(policy: PolicyValues, report: Report): void {
  const { campaignFrom: from, campaignUntil: until } = policy;
  if (from && until && until < from) {
    report('campaignUntil', { problem: 'datesReversed', values: { from, until } }, 'error', until);
    // Without its dates the campaign would run forever. So its text is dropped: the layers show a campaign only if it has one.
    delete policy.campaignText;
  }
  const campaign = policy.campaignUrl ?? policy.campaignFrom ?? policy.campaignUntil ?? policy.campaignName;
  if (campaign !== undefined && !(policy.campaignName && policy.campaignText)) {
    report('campaignText', { problem: 'campaignIncomplete' }, 'warning', policy.campaignText ?? '');
  }
  const blocked = new Set((policy.blockedPatterns ?? []).map(patternName));
  const both = (policy.allowedPatterns ?? []).filter((pattern) => blocked.has(patternName(pattern)));
  for (const pattern of both) {
    report(
      'allowedPatterns',
      { problem: 'blockedAndAllowed', values: { text: pattern.text } },
      'warning',
      pattern.text,
    );
  }
  if (both.length > 0)
    policy.allowedPatterns = policy.allowedPatterns?.filter((pattern) => !both.includes(pattern)) ?? [];
}

function patternName(pattern: CustomPattern): string {
  return `${pattern.kind} ${pattern.host}${pattern.path ?? ''}`;
}
