/** Tests that each value of a policy is read in every form in which a platform may deliver it, and refused in any other. */
import { describe, expect, test } from 'vitest';
import type { ManagedKey } from '../../../utils/policy/schema.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';

/** @returns the value that the key has in the end, and the problems found with it. */
function delivered(key: ManagedKey, raw: unknown): [value: unknown, ...problems: string[]] {
  const { policy, issues } = validatePolicy({ [key]: raw });
  return [policy[key], ...issues.map(({ problem }) => problem)];
}

describe('a switch', () => {
  test.each([
    [true, true],
    [false, false],
    [1, true],
    [0, false],
  ])('%j is how platforms write it: no warning', (raw, value) => {
    expect(delivered('recognizeNames', raw)).toEqual([value]);
  });
  test.each([
    ['true', true],
    [' TRUE ', true],
    ['1', true],
    ['false', false],
    ['False\n', false],
    ['0', false],
  ])('%j is a text that means it', (raw, value) => {
    expect(delivered('recognizeNames', raw)).toEqual([value, 'readAsSwitch']);
  });
  test.each([['yes'], [''], ['10'], [2], [-1], [null], [[true]]])('%j is none', (raw) => {
    expect(delivered('recognizeNames', raw)).toEqual([undefined, 'expectedSwitch']);
  });
});

describe('a number', () => {
  test.each([
    ['30', 30],
    [' +30 ', 30],
    ['30.0', 30],
    ['30.00', 30],
    ['0', 0],
    ['600', 600],
  ])('%j is a text that means one', (raw, value) => {
    expect(delivered('continueDelaySeconds', raw)).toEqual([value, 'readAsNumber']);
  });
  test.each([
    ['30s'],
    ['x30'],
    ['a 30'],
    ['3 0'],
    ['30.'],
    ['30.x'],
    ['x'],
    [''],
    ['0x1e'],
    ['1e2'],
    [true],
    [['30']],
  ])('%j is none', (raw) => {
    expect(delivered('continueDelaySeconds', raw)).toEqual([undefined, 'expectedNumber']);
  });
  test.each([[-1], [601], [0.5], ['-1'], ['601'], ['29.5'], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    '%j is out of range',
    (raw) => {
      expect(delivered('continueDelaySeconds', raw)).toEqual([undefined, 'notInRange']);
    },
  );
  test('its limits are right', () => {
    expect(delivered('continueDelaySeconds', 0)).toEqual([0]);
    expect(delivered('continueDelaySeconds', 600)).toEqual([600]);
    expect(validatePolicy({ continueDelaySeconds: 601 }).issues[0]?.values).toEqual({ most: 600 });
  });
});

describe('a text', () => {
  test('digits that lost their quotes', () => {
    expect(delivered('assistancePhone', 5550100)).toEqual(['5550100', 'readAsText']);
  });
  test.each([[Number.NaN], [Number.NEGATIVE_INFINITY], [true], [null], [['a']]])('%j is none', (raw) => {
    expect(delivered('organizationName', raw)).toEqual([undefined, 'expectedText']);
  });
  test('an empty one is left out, and that is no error', () => {
    expect(delivered('organizationName', ' \n ')).toEqual([undefined, 'emptyText']);
    expect(validatePolicy({ organizationName: '' }).issues[0]?.severity).toBe('warning');
  });
});

describe('a wrapper of the Google Admin console', () => {
  test.each([
    [{ Value: 'educate' }, 'educate', 'unwrapped'],
    [{ value: 'educate' }, 'educate', 'unwrapped'],
    [{ Value: 'educate', Source: 'x' }, undefined, 'unknownChoice'],
    [{ Valve: 'educate' }, undefined, 'unknownChoice'],
    [{}, undefined, 'unknownChoice'],
    [['educate'], undefined, 'unknownChoice'],
  ])('%j', (raw, value, problem) => {
    expect(delivered('mode', raw)).toEqual([value, problem]);
  });
});

describe('a list', () => {
  const hosts = (raw: unknown) => {
    const [patterns, ...problems] = delivered('blockedPatterns', raw) as [
      { text: string }[] | undefined,
      ...string[],
    ];
    return [patterns?.map(({ text }) => text), ...problems];
  };
  test.each([
    ['text with commas', ' a.example , b.example,,'],
    ['text with lines', 'a.example\r\n b.example \n'],
    ['lines of the registry', 'a.example\0b.example\0\0'],
    ['JSON text', ' ["a.example","b.example"] '],
    ['JSON text of a wrapper', '{"Value":["a.example","b.example"]}'],
    ['subkeys of the registry', { 1: 'a.example', 2: 'b.example' }],
  ])('%s', (_name, raw) => {
    expect(hosts(raw)).toEqual([['a.example', 'b.example'], 'readAsList']);
  });
  test('subkeys count by number, not by the order in which they came', () => {
    expect(hosts({ '010': 'c.example', '02': 'b.example', '1': 'a.example' })).toEqual([
      ['a.example', 'b.example', 'c.example'],
      'readAsList',
    ]);
  });
  test('a comma inside a line is the line’s', () => {
    expect(hosts('a.example # one, two\nb.example')).toEqual([['a.example', 'b.example'], 'readAsList']);
  });
  test.each([
    [{}],
    [{ a: 'a.example' }],
    [{ 1: 'a.example', b: 'b.example' }],
    [{ 1234567: 'a.example' }],
    [{ '1x': 'a.example' }],
    [null],
    [7],
    [undefined],
    [true],
  ])('%j is none', (raw) => {
    expect(hosts(raw)).toEqual([undefined, 'expectedList']);
  });
  test('broken JSON text says so, and does not become a pattern', () => {
    expect(hosts('["a.example"')).toEqual([undefined, 'unreadableJson']);
    expect(hosts('{"a.example"')).toEqual([undefined, 'unreadableJson']);
    expect(hosts('"a.example", "b.example"')).toEqual([[], 'readAsList', 'patternNoHost', 'patternNoHost']);
    expect(hosts('a.example{')).toEqual([[], 'readAsList', 'patternNoHost']);
  });
});

describe('an address', () => {
  test.each(['https://help.example/', 'http://help.example/a?b#c', 'HTTPS://help.example'])(
    '%s is one',
    (raw) => {
      expect(delivered('policyUrl', raw)).toEqual([raw]);
    },
  );
  test.each([
    'javascript:alert(1)',
    'javascript:https://help.example/',
    'ftp://help.example/',
    'help.example',
    'https://',
    'https://a b/',
    'https://help.example/a b',
    'https://user@help.example/',
    'https://user:word@help.example/',
    'https://:word@help.example/',
  ])('%s is none', (raw) => {
    expect(delivered('policyUrl', raw)).toEqual([undefined, 'notAnAddress']);
  });
});

describe('items of a list', () => {
  const issues = (key: ManagedKey, raw: unknown) =>
    validatePolicy({ [key]: raw }).issues.map(({ problem, values }) => [problem, values]);

  test('comments, empty lines and repeats cost nothing; what is no text is named by its place', () => {
    const { policy, issues: found } = validatePolicy({
      blockedPatterns: ['# mine', '', 'a.example # why', 'a.example', 7],
    });
    expect(new Set(policy.blockedPatterns?.map(({ text }) => text))).toEqual(new Set(['a.example']));
    expect(found.map(({ problem, values }) => [problem, values])).toEqual([
      ['itemNotText', { position: 5, text: '7' }],
    ]);
    expect(validatePolicy({ jurisdictions: ['US', 'US'] }).policy.jurisdictions).toEqual(['US']);
  });
  test('hidden marks are taken out, lines joined, and said so', () => {
    expect(issues('jurisdictions', ['U\u200bS'])).toEqual([['charactersRemoved', undefined]]);
    expect(issues('blockedPatterns', ['a.example # one\ntwo'])).toEqual([]);
  });
  test('too many are reported with their number, and the first ones count', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example`);
    expect(issues('blockedPatterns', many(2_000))).toEqual([]);
    expect(issues('blockedPatterns', many(2_001))).toEqual([['listTooLong', { count: 2_001, most: 2_000 }]]);
  });
  test.each([
    ['us_ga', 'US-GA'],
    ['uk', 'GB'],
    ['UK-ENG', 'GB-ENG'],
    ['de', 'DE'],
  ])('the place %s is read as %s', (raw, read) => {
    expect(delivered('jurisdictions', [raw])).toEqual([[read], 'readAs']);
    expect(issues('jurisdictions', [raw])).toEqual([['readAs', { read }]]);
  });
  test.each(['ZZ', 'XX', 'USA', 'US-', 'US-GEOR', 'XUS', 'AUK', 'Georgia'])('%s is no place', (raw) => {
    expect(delivered('jurisdictions', [raw, 'US-GA'])).toEqual([['US-GA'], 'unknownPlace']);
  });
  test('a tier in capitals is read; an unknown one is reported with the known ones', () => {
    expect(issues('listTiers', ['CORE'])).toEqual([['readAs', { read: 'core' }]]);
    expect(delivered('listTiers', ['CORE', 'broad'])[0]).toEqual(['core', 'broad']);
    const choices = 'core, extended, broad, archives';
    expect(issues('listTiers', ['core', 'all'])).toEqual([['unknownChoice', { choices }]]);
    expect(issues('listTiers', [])).toEqual([['emptyList', { choices }]]);
    expect(issues('listTiers', ['all'])).toEqual([['unknownChoice', { choices }]]);
    expect(issues('mode', 'off')).toEqual([['unknownChoice', { choices: 'educate, zero-tolerance' }]]);
  });
});

describe('a text that is too long', () => {
  const name = (text: string) => {
    const { policy, issues } = validatePolicy({ organizationName: text });
    return [policy.organizationName, ...issues.map(({ problem, values }) => [problem, values])];
  };
  test('is cut to the characters there is room for, and never inside one', () => {
    expect(name('a'.repeat(120))).toEqual(['a'.repeat(120)]);
    const cut = ['textCut', { most: 120 }];
    expect(name('a'.repeat(121))).toEqual(['a'.repeat(120), cut]);
    expect(name(`${'a'.repeat(119)}😀`)).toEqual(['a'.repeat(119), cut]);
    expect(name(`😀${'a'.repeat(117)} bc`)).toEqual([`😀${'a'.repeat(117)}`, cut]);
  });
});

describe('the policy as a whole', () => {
  test.each([[undefined], [null]])('%j is no policy at all: nothing arrived', (raw) => {
    expect(validatePolicy(raw)).toEqual({ policy: {}, issues: [], arrived: [] });
  });
  test('a text may have two million characters', () => {
    const text = (length: number) => JSON.stringify({ mode: 'educate' }).padEnd(length, ' ');
    expect(validatePolicy(text(2_000_000)).policy.mode).toBe('educate');
    expect(validatePolicy(text(2_000_001)).issues).toMatchObject([
      { key: '(policy)', problem: 'tooLarge', severity: 'error', values: { most: 2_000_000 } },
    ]);
  });
  test.each([
    [{ policy: { mode: 'educate' } }, 'educate', ['mode']],
    [{ Value: { mode: 'educate' } }, 'educate', ['mode']],
    [{ policy: { mode: 'educate' }, organizationName: 'A' }, undefined, ['organizationName', 'policy']],
    [{ organizationName: 'A', policy: { mode: 'educate' } }, undefined, ['organizationName', 'policy']],
    [{ polices: { mode: 'educate' } }, undefined, ['polices']],
    [{ policy: null }, undefined, ['policy']],
  ])('%j', (raw, mode, arrived) => {
    const validated = validatePolicy(raw);
    expect(validated.policy.mode).toBe(mode);
    expect(validated.arrived).toEqual(arrived);
  });
  test('a name counts without its capitals and the spaces around it; written rightly it wins', () => {
    expect(validatePolicy({ ' MODE ': 'educate' })).toMatchObject({
      policy: { mode: 'educate' },
      issues: [{ key: 'mode', problem: 'keyRenamed', values: { name: 'MODE' }, severity: 'warning' }],
      arrived: ['mode'],
    });
    const both = validatePolicy({ MODE: 'educate', mode: 'zero-tolerance' });
    expect(both.policy.mode).toBe('zero-tolerance');
    expect(both.arrived).toEqual(['mode', 'MODE']);
  });
  test('a value that cannot be used is not there, rather than there as nothing', () => {
    expect(Object.keys(validatePolicy({ mode: 'off', organizationName: 'A' }).policy)).toEqual([
      'organizationName',
    ]);
  });
});

describe('many mistakes', () => {
  const bad = (count: number, mark: string) =>
    Array.from({ length: count }, (_, index) => `${mark} ${index}`);
  test('twenty of a kind are reported, and one entry says how many more; other keys are counted apart', () => {
    const { issues } = validatePolicy({
      blockedPatterns: bad(20, 'a'),
      allowedPatterns: bad(23, 'b'),
      jurisdictions: bad(25, 'c'),
    });
    const of = (key: string) => issues.filter((issue) => issue.key === key);
    expect(of('blockedPatterns')).toHaveLength(20);
    expect(of('allowedPatterns')).toHaveLength(21);
    expect(of('allowedPatterns').at(-1)).toEqual({
      key: 'allowedPatterns',
      problem: 'moreIssues',
      values: { more: 3, of: 'allowedPatterns error' },
      received: '',
      severity: 'error',
    });
    expect(of('jurisdictions').at(-1)?.values).toEqual({ more: 5, of: 'jurisdictions error' });
  });
  test('names that nobody knows are counted together and kept to two hundred', () => {
    const raw = Object.fromEntries(bad(300, 'x').map((name) => [name, 1]));
    const { issues, arrived } = validatePolicy(raw);
    expect(issues).toHaveLength(21);
    expect(issues.at(-1)?.values).toEqual({ more: 280, of: '(unknown)' });
    expect(arrived).toHaveLength(200);
  });
});

describe('what is seen in several keys at once', () => {
  const campaign = { campaignName: 'County', campaignText: 'Text' };
  const problems = (raw: object) => validatePolicy(raw).issues.map(({ problem }) => problem);
  test('a campaign may last one day; it may not end before it begins', () => {
    expect(problems({ ...campaign, campaignFrom: '2027-01-31', campaignUntil: '2027-01-31' })).toEqual([]);
    expect(problems({ ...campaign, campaignFrom: '2027-01-31' })).toEqual([]);
    expect(problems({ ...campaign, campaignUntil: '2027-01-31' })).toEqual([]);
    const reversed = validatePolicy({ ...campaign, campaignFrom: '2027-02-01', campaignUntil: '2027-01-31' });
    expect(reversed.issues[0]).toMatchObject({
      key: 'campaignUntil',
      problem: 'datesReversed',
      severity: 'error',
    });
    // Without its dates, it would run forever.
    expect(reversed.policy.campaignText).toBeUndefined();
  });
  test.each([
    [{ campaignName: 'County' }, ''],
    [{ campaignUrl: 'https://county.example/' }, ''],
    [{ campaignFrom: '2027-01-01' }, ''],
    [{ campaignUntil: '2027-01-01' }, ''],
    [{ campaignUrl: 'https://county.example/', campaignText: 'Text' }, 'Text'],
  ])('%j is not a whole campaign', (raw, received) => {
    expect(validatePolicy(raw).issues).toMatchObject([
      { key: 'campaignText', problem: 'campaignIncomplete', severity: 'warning', received },
    ]);
  });
  test('what is blocked and allowed is blocked; another section of the same site stays allowed', () => {
    const { policy, issues } = validatePolicy({
      blockedPatterns: ['a.example', 'b.example/x/*'],
      allowedPatterns: ['=a.example', 'https://A.example/', 'b.example/x/*', 'b.example/y/*'],
    });
    expect(policy.allowedPatterns?.map(({ text }) => text)).toEqual(['=a.example', 'b.example/y/*']);
    expect(issues.map(({ problem, values }) => [problem, values?.text])).toEqual([
      ['blockedAndAllowed', 'https://A.example/'],
      ['blockedAndAllowed', 'b.example/x/*'],
    ]);
    expect(problems({ allowedPatterns: ['a.example'] })).toEqual([]);
    expect(problems({ blockedPatterns: ['a.example'] })).toEqual([]);
  });
});
