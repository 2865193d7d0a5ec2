/** Defines what can be a PIN. Pages use it to say so early; the worker uses it to decide. */

export const PIN_LENGTH = { least: 4, most: 32 } as const;

export type PinProblem = 'too-short' | 'too-long' | 'control-character';

/** @returns why this cannot be a PIN, or null. The length is counted in code points, after NFC. */
export function pinProblem(pin: string): PinProblem | null {
  const length = [...pin.normalize('NFC')].length;
  if (length < PIN_LENGTH.least) return 'too-short';
  if (length > PIN_LENGTH.most) return 'too-long';
  return /\p{Cc}/u.test(pin) ? 'control-character' : null;
}
