/** Tests which values a choice, the stored settings and a message from a page may have, up to the exact limits. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checkedInput, type RequestName, requests } from '../../../utils/messages/requests.ts';
import {
  CHOICE_KEYS,
  choiceSchemas,
  choicesOf,
  DEFAULT_CHOICES,
  freshSettings,
  settingsSchema,
} from '../../../utils/settings/schema.ts';

const takes = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;
const letters = (count: number) => 'a'.repeat(count);
const lines = (count: number) => Array.from({ length: count }, () => 'a.example');

describe('what each choice can be', () => {
  test.each([
    ['mode', 'zero-tolerance'],
    ['mode', 'educate'],
    ['audience', 'family'],
    ['language', 'auto'],
    ['language', 'es'],
    ['country', ''],
    ['country', 'US'],
    ['region', ''],
    ['region', 'US-GA'],
    ['region', 'GB-ENG'],
    ['region', 'FR-2'],
    ['tiers', []],
    ['tiers', ['core', 'extended', 'broad', 'archives']],
    ['recognizeNames', false],
    ['recognizeWrappers', true],
    ['blockedPatterns', []],
    ['blockedPatterns', [letters(600)]],
    ['blockedPatterns', lines(2000)],
    ['exemptions', lines(2000)],
    ['continueDelaySeconds', 6],
    ['continueDelaySeconds', 600],
    ['writeLine', true],
    ['neutralPage', 'about:blank'],
    ['neutralPage', 'https://example.com/a'],
    ['neutralPage', 'HTTP://example.com'],
    ['neutralPage', `https://example.com/${letters(480)}`],
    ['reason', ''],
    ['reason', `¡Por mi hija! ${letters(186)}`],
    ['trustedAdult', letters(120)],
    ['promiseHours', 0],
    ['promiseHours', 168],
    ['daysSince', null],
    ['daysSince', '2026-02-28'],
  ] as const)('%s can be %j', (key, value) => expect(takes(choiceSchemas[key], value)).toBe(true));

  test.each([
    ['mode', 'off'],
    ['mode', ''],
    ['audience', 'nobody'],
    // No language has this tag, because ISO 639 reserves it for private use.
    ['language', 'qaa'],
    ['country', 'us'],
    ['country', 'USA'],
    ['country', 'xUS'],
    ['region', 'US'],
    ['region', 'US-'],
    ['region', 'US-GEOR'],
    ['region', 'US-ga'],
    ['region', 'xUS-GA'],
    ['region', '1S-GA'],
    ['tiers', ['core', 'other']],
    ['tiers', ['core', 'core', 'core', 'core', 'core']],
    ['tiers', 'core'],
    ['recognizeNames', 'yes'],
    ['recognizeWrappers', 1],
    ['blockedPatterns', [letters(601)]],
    ['blockedPatterns', lines(2001)],
    ['blockedPatterns', [7]],
    ['exemptions', lines(2001)],
    ['continueDelaySeconds', 5],
    ['continueDelaySeconds', 601],
    ['continueDelaySeconds', 6.5],
    ['writeLine', null],
    ['neutralPage', 'about:config'],
    ['neutralPage', ''],
    ['neutralPage', 'example.com'],
    ['neutralPage', 'ftp://example.com'],
    ['neutralPage', 'javascript:alert("https://example.com")'],
    ['neutralPage', 'https://'],
    ['neutralPage', `https://example.com/${letters(481)}`],
    ['reason', letters(201)],
    ['reason', 'two\nlines'],
    ['reason', '\u007f'],
    ['trustedAdult', letters(121)],
    ['trustedAdult', '\tMum'],
    ['promiseHours', -1],
    ['promiseHours', 169],
    ['promiseHours', 1.5],
    ['daysSince', '2026-02-31'],
    ['daysSince', '2026-02-30x'],
    ['daysSince', 'x2026-02-03'],
    ['daysSince', '2026-02-03 10:00'],
    ['daysSince', '+002026-02-03'],
    ['daysSince', '2026-13-01'],
    ['daysSince', '26-01-01'],
    ['daysSince', '2026-1-01'],
    ['daysSince', '2026-01-1'],
    ['daysSince', ''],
  ] as const)('%s cannot be %j', (key, value) => expect(takes(choiceSchemas[key], value)).toBe(false));

  test('each has a default that its schema takes; what is left alone has it', () => {
    expect(Object.keys(DEFAULT_CHOICES)).toEqual(CHOICE_KEYS);
    for (const key of CHOICE_KEYS) expect(takes(choiceSchemas[key], DEFAULT_CHOICES[key]), key).toBe(true);
    expect(choicesOf({ reason: 'x', writeLine: undefined })).toEqual({ ...DEFAULT_CHOICES, reason: 'x' });
    expect(DEFAULT_CHOICES).toMatchObject({
      country: '',
      region: '',
      blockedPatterns: [],
      exemptions: [],
      writeLine: false,
      neutralPage: 'about:blank',
      reason: '',
      trustedAdult: '',
      promiseHours: 0,
      daysSince: null,
    });
  });
});

describe('what is stored', () => {
  const meter = { leftMs: 0, last: { wall: 1, monotonic: 2, worker: 'w', browser: 'b' } };
  const lock = { algorithm: 'PBKDF2-SHA-256', iterations: 600_000, salt: letters(22), hash: letters(43) };
  const pending = { id: 'p', from: {}, to: { mode: 'educate' }, removePin: false, meter };
  const whole = {
    ...freshSettings(),
    lock,
    attempts: { failed: 0, wait: meter },
    pending: [pending],
    chosen: { reason: 'x' },
  };

  test('a new installation has chosen nothing, has no PIN, and waits for nothing', () => {
    expect(freshSettings()).toEqual({
      version: 1,
      chosen: {},
      lock: null,
      attempts: { failed: 0, wait: null },
      pending: [],
      welcomed: false,
    });
    for (const settings of [freshSettings(), whole]) expect(takes(settingsSchema, settings)).toBe(true);
  });

  test.each([
    ['another version', { version: 2 }],
    ['an unknown field', { more: 1 }],
    ['an unknown choice', { chosen: { other: 1 } }],
    ['another algorithm', { lock: { ...lock, algorithm: 'MD5' } }],
    ['fewer rounds of hashing', { lock: { ...lock, iterations: 599_999 } }],
    ['half a round', { lock: { ...lock, iterations: 600_000.5 } }],
    ['a short salt', { lock: { ...lock, salt: letters(21) } }],
    ['a short hash', { lock: { ...lock, hash: letters(42) } }],
    ['more in the lock', { lock: { ...lock, pin: '1234' } }],
    ['a negative count', { attempts: { failed: -1, wait: null } }],
    ['half a try', { attempts: { failed: 0.5, wait: null } }],
    ['no wait', { attempts: { failed: 0 } }],
    ['time that is negative', { attempts: { failed: 0, wait: { ...meter, leftMs: -1 } } }],
    [
      'a look without its worker',
      { attempts: { failed: 0, wait: { ...meter, last: { wall: 1, monotonic: 2, browser: 'b' } } } },
    ],
    [
      'a look without its browser',
      { attempts: { failed: 0, wait: { ...meter, last: { wall: 1, monotonic: 2, worker: 'w' } } } },
    ],
    [
      'a clock that is no number',
      { attempts: { failed: 0, wait: { ...meter, last: { ...meter.last, wall: '1' } } } },
    ],
    ['a wait without a name', { pending: [{ ...pending, id: undefined }] }],
    ['a wait for no choice', { pending: [{ ...pending, to: { other: 1 } }] }],
    ['a wait that says nothing of the PIN', { pending: [{ ...pending, removePin: undefined }] }],
    ['more in a wait', { pending: [{ ...pending, more: 1 }] }],
    ['a welcome that is no yes or no', { welcomed: 1 }],
  ])('%s is refused', (_what, change) => {
    expect(takes(settingsSchema, { ...whole, ...change })).toBe(false);
  });
});

describe('what a page may ask', () => {
  test.each([
    ['settings/get', {}],
    ['settings/change', { changes: { mode: 'educate' } }],
    ['settings/change', { changes: {}, pin: letters(256) }],
    ['settings/cancel', { id: letters(64) }],
    ['settings/preview-import', { text: letters(3_000_001) }],
    ['settings/import', { text: letters(3_000_001), pin: '1234' }],
    ['pin/set', { newPin: letters(256), pin: '1234' }],
    ['pin/remove', {}],
    ['status/get', { tabId: 7 }],
    ['status/get', {}],
  ] as const)('%s with this', (name, input) => expect(takes(requests[name], input)).toBe(true));

  test.each([
    ['settings/change', {}],
    ['settings/change', { changes: { mode: 'off' } }],
    ['settings/change', { changes: { other: 1 } }],
    ['settings/change', { changes: {}, pin: letters(257) }],
    ['settings/change', { changes: {}, pin: 1234 }],
    ['settings/cancel', {}],
    ['settings/cancel', { id: letters(65) }],
    ['settings/preview-import', {}],
    ['settings/preview-import', { text: letters(3_000_002) }],
    ['settings/import', { text: letters(3_000_002) }],
    ['settings/import', { text: '', pin: letters(257) }],
    ['settings/import', {}],
    ['pin/set', {}],
    ['pin/set', { newPin: letters(257) }],
    ['pin/set', { newPin: '1234', pin: letters(257) }],
    ['pin/remove', { pin: letters(257) }],
    ['status/get', { tabId: 7.5 }],
  ] as const)('%s not with %.60j', (name, input) => {
    expect(takes(requests[name], input)).toBe(false);
  });

  test('nothing more than a request has fields for', () => {
    for (const [name, schema] of Object.entries(requests)) {
      if (/^(?:guard|notice)\//.test(name)) continue;
      const inputs = [{}, { changes: {} }, { id: 'a' }, { text: '' }, { newPin: '1234' }];
      expect(
        inputs.some((input) => takes(schema, input)),
        name,
      ).toBe(true);
      for (const input of inputs) expect(takes(schema, { ...input, more: 1 }), name).toBe(false);
    }
  });

  test('a guard’s and a notice’s fields that nobody knows are dropped', () => {
    const whole = { overlayId: 'c1', address: null, visible: true, country: '', region: '', pin: '1234' };
    for (const name of Object.keys(requests) as RequestName[]) {
      if (!/^(?:guard|notice)\//.test(name)) continue;
      expect(checkedInput(name, { ...whole, more: 1 }), name).not.toHaveProperty('more');
    }
  });
});
