/** Tests which changes of settings count as loosening, and that no series of small steps gets around it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  SETTING_KEYS,
  SETTINGS,
  type SettingDescription,
} from '../../../utils/policy/setting-descriptions.ts';
import { type LooseningWhy, loosens } from '../../../utils/settings/loosens.ts';
import type { Chosen } from '../../../utils/settings/schema.ts';
import { chosen } from './arbitraries.ts';

const why = (from: Chosen, to: Chosen) =>
  loosens({ chosen: from }, { chosen: to }).map((reason) => reason.why);

describe('one loosening at a time, and its reverse', () => {
  const cases: [LooseningWhy, Chosen, Chosen][] = [
    ['mode', { mode: 'zero-tolerance' }, { mode: 'educate' }],
    ['audience', { audience: 'family' }, { audience: 'personal' }],
    ['tiers', { tiers: ['core', 'extended'] }, { tiers: ['core'] }],
    ['names', { recognizeNames: true }, { recognizeNames: false }],
    ['wrappers', { recognizeWrappers: true }, { recognizeWrappers: false }],
    ['searches', { recognizeSearches: true }, { recognizeSearches: false }],
    ['block-removed', { blockedPatterns: ['a.example'] }, { blockedPatterns: ['=a.example'] }],
    ['exemption-added', { exemptions: [] }, { exemptions: ['a.example'] }],
    ['delay', { continueDelaySeconds: 60 }, { continueDelaySeconds: 59 }],
    ['write-line', { writeLine: true }, { writeLine: false }],
    ['promise', { promiseHours: 24 }, { promiseHours: 0 }],
    ['trusted-adult', { trustedAdult: 'Aunt Rosa' }, { trustedAdult: '' }],
  ];
  test('every setting that a change can weaken is among them', () => {
    const weakened = SETTING_KEYS.map((key): SettingDescription => SETTINGS[key])
      .filter(({ weakens }) => weakens)
      .map(({ why }) => why);
    expect(new Set(cases.map(([reason]) => reason))).toEqual(new Set(weakened));
  });

  test.each(cases)('%s', (reason, strict, loose) => {
    expect(why(strict, loose)).toEqual([reason]);
    if (reason !== 'block-removed') expect(why(loose, strict)).toEqual([]);
  });
});

test('a choice left alone counts with its default', () => {
  expect(why({}, { tiers: ['extended'] })).toEqual(['tiers']);
  expect(why({}, { recognizeNames: false })).toEqual(['names']);
  expect(why({ mode: 'zero-tolerance' }, {})).toEqual(['mode']);
});

test('comments, order and spelling of patterns are neutral; a line that is no pattern protects nothing', () => {
  const before = { blockedPatterns: ['a.example', '# old', 'not a host', 'b.example/x'] };
  expect(why(before, { blockedPatterns: ['B.example/x', 'https://A.example'] })).toEqual([]);
});

test('another section of the same site is another pattern', () => {
  const section = (path: string): Chosen => ({ blockedPatterns: ['a.example', `a.example/${path}`] });
  expect(why(section('x'), section('y'))).toEqual(['block-removed']);
  expect(why(section('x'), section('x'))).toEqual([]);
});

test('removing or changing a PIN loosens; setting the first one does not', () => {
  const [one, two] = [{ hash: 'x' }, { hash: 'x' }];
  const pin = [{ why: 'pin', key: 'lock' }];
  expect(loosens({ chosen: {}, lock: one }, { chosen: {}, lock: null })).toEqual(pin);
  expect(loosens({ chosen: {}, lock: one }, { chosen: {}, lock: two })).toHaveLength(1);
  expect(loosens({ chosen: {}, lock: null }, { chosen: {}, lock: two })).toEqual([]);
  expect(loosens({ chosen: {}, lock: one }, { chosen: {}, lock: one })).toEqual([]);
});

describe('order', () => {
  test('nothing is looser than itself', () => {
    fc.assert(
      fc.property(chosen, (one) => {
        expect(why(one, one)).toEqual([]);
      }),
    );
  });

  test('steps that do not loosen do not loosen together: small steps cannot get around it', () => {
    let taken = 0;
    fc.assert(
      fc.property(chosen, fc.array(chosen, { minLength: 5, maxLength: 12 }), (start, many) => {
        let current = start;
        for (const changes of many) {
          for (const [key, value] of Object.entries(changes)) {
            const next = { ...current, [key]: value };
            if (why(current, next).length > 0) continue;
            current = next;
            taken += 1;
          }
        }
        expect(why(start, current)).toEqual([]);
      }),
    );
    expect(taken).toBeGreaterThan(1000);
  });

  test('every reason of a change is a reason on its own', () => {
    fc.assert(
      fc.property(chosen, chosen, (a, b) => {
        for (const { key } of loosens({ chosen: a }, { chosen: b })) {
          if (key === 'lock') continue;
          const rest = Object.fromEntries(Object.entries(a).filter(([name]) => name !== key));
          const alone = key in b ? { ...a, [key]: b[key] } : rest;
          expect(loosens({ chosen: a }, { chosen: alone }).map((reason) => reason.key)).toEqual([key]);
        }
      }),
    );
  });
});
