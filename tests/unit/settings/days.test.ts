/** Tests how days since a chosen date are counted, and that today is the day on this device's calendar. */
import { describe, expect, test, vi } from 'vitest';
import { daysBetween, localDay } from '../../../utils/settings/days.ts';

describe('days', () => {
  test.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2026-01-02', 1],
    ['2025-12-31', '2026-12-31', 365],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01', '2026-04-01', 31],
    ['2026-01-02', '2026-01-01', 0],
  ])('from %s to %s: %i', (since, today, days) => expect(daysBetween(since, today)).toBe(days));

  test('a day is written with four, two and two digits', () => {
    expect(localDay(new Date(2026, 0, 2, 0, 0, 1))).toBe('2026-01-02');
    expect(localDay(new Date(2026, 10, 30, 23, 59, 59))).toBe('2026-11-30');
  });

  test.each([
    ['Pacific/Kiritimati', '2027-01-01'],
    ['Pacific/Honolulu', '2026-12-31'],
  ])('in %s it is %s at noon in Greenwich on the last day of the year', (timeZone, day) => {
    vi.stubEnv('TZ', timeZone);
    const found = localDay(new Date('2026-12-31T12:00:00Z'));
    vi.unstubAllEnvs();
    expect(found).toBe(day);
  });
});
