/** Tests which problems of an installation are reported, worst first, and whose allowlist entry opens a site. */
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../utils/pattern/address.ts';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { allowlistEntryFor } from '../../../utils/worker/status/allowlist-entry.ts';
import { type Looked, problemsOf } from '../../../utils/worker/status/problems.ts';
import { GUARD_PROBLEM } from '../../../utils/worker/status/report.ts';

const well: Looked = {
  hostAccess: true,
  report: { problems: [], unsaved: null, ownLines: [] },
  policyBroken: false,
  recovered: false,
  managed: false,
  privateWindows: true,
};
const report = (more: object) =>
  problemsOf({ ...well, report: { ...well.report, ...more } as Looked['report'] });

describe('what is wrong', () => {
  test('nothing, where nothing is', () => {
    expect(problemsOf(well)).toEqual([]);
    expect(problemsOf({ ...well, privateWindows: null })).toEqual([]);
  });

  test('a guard that could not be registered is no problem of rules, and the other way around', () => {
    expect(report({ problems: [`${GUARD_PROBLEM}no permission`] })).toEqual(['guard']);
    expect(report({ problems: ['rule 7 (hosts) was not taken'] })).toEqual(['rules']);
    expect(report({ problems: [`${GUARD_PROBLEM}no permission`, 'rule 7'] })).toEqual(['rules', 'guard']);
  });

  test('each thing by its name, worst first', () => {
    expect(report({ unsaved: 'full', ownLines: ['a.example'] })).toEqual(['storage', 'own-lines']);
    const all = {
      hostAccess: false,
      report: null,
      policyBroken: true,
      recovered: true,
      privateWindows: false,
      managed: false,
    };
    expect(problemsOf(all)).toEqual(['host-access', 'worker', 'policy', 'recovered', 'private-windows']);
  });

  test('private windows are the organization’s to decide about: no problem of a managed copy', () => {
    expect(problemsOf({ ...well, privateWindows: false })).toEqual(['private-windows']);
    expect(problemsOf({ ...well, privateWindows: false, managed: true })).toEqual([]);
  });
});

test('an allowlist entry is listed with its owner; the organization’s comes first', () => {
  const { patterns } = parseCustomPatterns(['a.example', 'b.example']);
  const [a, b] = patterns;
  if (!a || !b) throw new Error('no patterns');
  const at = (host: string, allowed: Parameters<typeof allowlistEntryFor>[1]) => {
    const address = parseAddress(`https://${host}/`);
    return address && allowlistEntryFor(address, allowed);
  };
  expect(at('www.a.example', { policy: [], user: [a] })).toEqual({
    is: 'allowlisted',
    by: 'user',
    pattern: a,
  });
  expect(at('a.example', { policy: [b, a], user: [a] })).toEqual({
    is: 'allowlisted',
    by: 'policy',
    pattern: a,
  });
  expect(at('c.example', { policy: [a], user: [b] })).toBeNull();
});
