/** Hashes and checks the PIN with a slow salted hash that only the worker sees, and computes the growing wait after wrong tries. */
import { advance, type ElapsedTimer, type Reading, secondsLeft, startTimer } from './elapsed-timer.ts';
import { pinProblem } from './pin-rules.ts';
import type { Settings, StoredPin } from './schema.ts';

/**
 * OWASP Password Storage Cheat Sheet (since 2023): PBKDF2-HMAC-SHA-256 with 600,000 iterations or more.
 * WebCrypto has no Argon2 or scrypt.
 */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Tries before the first wait. */
export const FREE_TRIES = 5;
/** The count to assume if it cannot be read: damage never loosens. */
export const UNREADABLE_ATTEMPTS: Settings['attempts'] = { failed: FREE_TRIES, wait: null };
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** @returns the record to store for a PIN, with a new random salt. Throws if the text cannot be a PIN. */
export async function hashPin(pin: string): Promise<StoredPin> {
  const problem = pinProblem(pin);
  if (problem) throw new Error(`This cannot be a PIN: ${problem}`);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const hash = await derive(pin, salt, ITERATIONS);
  return {
    algorithm: 'PBKDF2-SHA-256',
    iterations: ITERATIONS,
    salt: toBase64(salt),
    hash: toBase64(hash),
  };
}

/** @returns whether this is the PIN. Compares every byte, so that the time it takes reveals nothing. */
export async function verifyPin(storedPin: StoredPin, pin: string): Promise<boolean> {
  if (pinProblem(pin)) return false;
  const wanted = fromBase64(storedPin.hash);
  const got = await derive(pin, fromBase64(storedPin.salt), storedPin.iterations);
  let difference = wanted.length ^ got.length;
  for (let index = 0; index < got.length; index++) difference |= (got[index] ?? 0) ^ (wanted[index] ?? 0);
  return difference === 0;
}

export type PinCheck = { is: 'right' } | { is: 'wrong' } | { is: 'must-wait'; seconds: number };
export type Attempts = Settings['attempts'];

/** @returns milliseconds to wait after this many wrong tries: none below five, 30 s after five, then doubling up to a day. */
export function waitAfter(failed: number): number {
  if (failed < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failed - FREE_TRIES, 20));
}

/** @returns the attempts after a reading of the clocks: a wait that is over is removed, the count stays. */
export function passTime(attempts: Attempts, now: Reading): Attempts {
  if (!attempts.wait) return attempts;
  const wait: ElapsedTimer = advance(attempts.wait, now);
  return { ...attempts, wait: wait.leftMs > 0 ? wait : null };
}

/**
 * Tries a PIN. During a wait the PIN is not checked.
 * @returns the answer, and the attempts to store. Store them BEFORE the answer leaves the worker.
 */
export async function tryPin(
  storedPin: StoredPin,
  pin: string,
  attempts: Attempts,
  now: Reading,
): Promise<{ check: PinCheck; attempts: Attempts }> {
  const current = passTime(attempts, now);
  if (current.wait)
    return { check: { is: 'must-wait', seconds: secondsLeft(current.wait) }, attempts: current };
  if (await verifyPin(storedPin, pin)) return { check: { is: 'right' }, attempts: { failed: 0, wait: null } };
  const failed = current.failed + 1;
  const wait = waitAfter(failed);
  return { check: { is: 'wrong' }, attempts: { failed, wait: wait > 0 ? startTimer(wait, now) : null } };
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(pin.normalize('NFC')),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    HASH_BYTES * 8,
  );
  return new Uint8Array(bits);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
