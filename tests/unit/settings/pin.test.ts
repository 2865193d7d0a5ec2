/** Tests how the PIN is hashed and checked, and that wrong tries lead to growing waits that a restart does not end. */
import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPin, tryPin, verifyPin, waitAfter } from '../../../utils/settings/pin.ts';
import { storedPinSchema } from '../../../utils/settings/schema.ts';

const at = (wall: number, monotonic = wall, worker = 'w', browser = 'b') => ({
  wall,
  monotonic,
  worker,
  browser,
});
const lock = await hashPin('2468');

test('is PBKDF2-HMAC-SHA-256 with 600,000 rounds over a 16 byte salt, as another implementation computes it', () => {
  expect(storedPinSchema.safeParse(lock).success).toBe(true);
  const salt = Buffer.from(lock.salt, 'base64');
  expect(salt).toHaveLength(16);
  expect(lock.hash).toBe(pbkdf2Sync('2468', salt, 600_000, 32, 'sha256').toString('base64'));
});

test('opens for the PIN and nothing else; the same PIN twice gives another salt', async () => {
  expect(await verifyPin(lock, '2468')).toBe(true);
  for (const wrong of ['2469', '24680', '', '246']) expect(await verifyPin(lock, wrong)).toBe(false);
  const again = await hashPin('2468');
  expect(again.salt).not.toBe(lock.salt);
  expect(again.hash).not.toBe(lock.hash);
});

test('the same letters typed on another keyboard are the same PIN', async () => {
  expect(await verifyPin(await hashPin('caf\u00e9'), 'cafe\u0301')).toBe(true);
});

describe('back-off', () => {
  test('five free tries, then 30 s, doubling up to a day', () => {
    expect([1, 4, 5, 6, 7, 16, 17, 1000].map(waitAfter)).toEqual([
      0, 0, 30_000, 60_000, 120_000, 61_440_000, 86_400_000, 86_400_000,
    ]);
  });

  const waiting = { failed: 5, wait: { leftMs: 30_000, last: at(1_000_000) } };

  test('the fifth wrong PIN starts the wait', async () => {
    const { check, attempts } = await tryPin(lock, '0000', { failed: 4, wait: null }, at(1_000_000));
    expect(check).toEqual({ is: 'wrong' });
    expect(attempts).toEqual(waiting);
  });

  test('during the wait even the right PIN is not looked at', async () => {
    const { check } = await tryPin(lock, '2468', waiting, at(1_010_000));
    expect(check).toEqual({ is: 'must-wait', seconds: 20 });
  });

  test('after the wait the right PIN clears the count', async () => {
    const { check, attempts } = await tryPin(lock, '2468', waiting, at(1_030_000));
    expect(check).toEqual({ is: 'right' });
    expect(attempts).toEqual({ failed: 0, wait: null });
  });

  test('a wrong one after the wait starts a longer wait', async () => {
    const { attempts } = await tryPin(lock, '0000', waiting, at(1_030_000));
    expect(attempts.failed).toBe(6);
    expect(attempts.wait?.leftMs).toBe(60_000);
  });

  test.each([
    ['set forward while running', at(9_000_000, 1_001_000), 29],
    ['set back while running', at(0, 1_001_000), 29],
    ['set back while closed', at(0, 0, 'w2', 'b2'), 30],
  ])('a clock %s does not shorten it', async (_, now, seconds) => {
    expect((await tryPin(lock, '2468', waiting, now)).check).toEqual({ is: 'must-wait', seconds });
  });

  test('it survives a restart, and real time in between counts', async () => {
    const stored = JSON.parse(JSON.stringify(waiting));
    expect((await tryPin(lock, '2468', stored, at(1_029_000, 3, 'w2', 'b2'))).check).toEqual({
      is: 'must-wait',
      seconds: 1,
    });
  });
});

test('what cannot be a PIN cannot be set and is never accepted', async () => {
  await expect(hashPin('12')).rejects.toThrow('This cannot be a PIN: too-short');
  expect(await verifyPin(lock, '2468'.repeat(9))).toBe(false);
});
