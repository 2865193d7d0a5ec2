/** Tests small helpers: which browser's steps are shown, checksums, days, what can be a PIN, and the check address. */
import { describe, expect, test } from 'vitest';
import { CHECK_HOST } from '../../../utils/pattern/match.ts';
import { kindOf } from '../../../utils/settings/browser-kind.ts';
import { checksum } from '../../../utils/settings/checksum.ts';
import { daysBetween, localDay } from '../../../utils/settings/days.ts';
import { CHECK_ADDRESS } from '../../../utils/settings/page-tools.ts';
import { pinProblem } from '../../../utils/settings/pin-rules.ts';

describe('which browser’s steps a page shows', () => {
  const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
  test.each([
    ['chrome', CHROME, 'chrome'],
    ['chrome', `${CHROME} Edg/156.0.0.0`, 'edge'],
    ['chrome', `${CHROME} XEdg/156.0.0.0`, 'chrome'],
    ['edge', CHROME, 'edge'],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox'],
    ['firefox', 'Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0', 'firefox-android'],
    ['safari', 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15', 'safari'],
    ['chrome', 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0 Mobile', 'chrome'],
  ])('%s, %s: %s', (target, userAgent, kind) => expect(kindOf(target, userAgent)).toBe(kind));
});

test('a checksum is FNV-1a over the characters, with the length', () => {
  // Values from the published test suite (Noll, FNV-1a 32 bit).
  expect(checksum('')).toBe('811c9dc5-0');
  expect(checksum('a')).toBe('e40c292c-1');
  expect(checksum('foobar')).toBe('bf9cf968-6');
  // A hash that begins with zeros keeps them.
  expect(checksum('text 203')).toBe('00c4ed11-8');
  expect(checksum('ab')).not.toBe(checksum('ba'));
});

describe('days', () => {
  test.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2026-01-02', 1],
    ['2025-12-31', '2026-12-31', 365],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01', '2026-04-01', 31],
    ['2026-01-02', '2026-01-01', 0],
  ])('from %s to %s: %i', (since, today, days) => expect(daysBetween(since, today)).toBe(days));

  test('a day is written with four, two and two digits, in this device’s time zone', () => {
    expect(localDay(new Date(2026, 0, 2, 0, 0, 1))).toBe('2026-01-02');
    expect(localDay(new Date(2026, 10, 30, 23, 59, 59))).toBe('2026-11-30');
  });
});

test.each([
  ['123', 'too-short'],
  ['1234', null],
  ['12345678901234567890123456789012', null],
  ['123456789012345678901234567890123', 'too-long'],
  // Two UTF-16 units each, and an accent that combines with its letter.
  ['😀😀😀', 'too-short'],
  ['😀😀😀😀', null],
  ['abce\u0301', null],
  ['abe\u0301', 'too-short'],
  ['12\u000034', 'control-character'],
  ['12\n34', 'control-character'],
])('as a PIN %j is %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem));

test('the address that shows that it works is the one the matcher always knows', () => {
  expect(new URL(CHECK_ADDRESS).hostname).toBe(CHECK_HOST);
});
