/** Sets, changes and removes the PIN, with the same check as for every loosening. */
import { type Change, type ChangeContext, passPin } from './change.ts';
import { startWait } from './cooling-off.ts';
import type { LooseningReason } from './loosens.ts';
import { hashPin } from './pin.ts';
import { choicesOf, type Settings } from './schema.ts';

const REASONS: LooseningReason[] = [{ why: 'pin', key: 'lock' }];

/**
 * Sets a first PIN without a check; replacing a PIN needs the old one. A new PIN does not wait for the promise: a PIN that
 * somebody saw must be replaceable at once, and a new one weakens nothing.
 * @param newPin - already checked with `pinProblem`; throws if it cannot be a PIN.
 */
export async function setPin(
  current: Settings,
  newPin: string,
  context: Pick<ChangeContext, 'pin' | 'now'>,
): Promise<Change> {
  const gate = await passPin(current, REASONS, context);
  if (gate.stop) return { settings: gate.settings, result: gate.stop };
  const lock = await hashPin(newPin);
  const pending = gate.settings.pending.filter(({ removePin }) => !removePin);
  return {
    settings: { ...gate.settings, lock, attempts: { failed: 0, wait: null }, pending },
    result: { is: 'applied', undo: {}, waits: null },
  };
}

/** Removes the PIN. This needs the PIN, and waits for the promise if there is one. */
export async function removePin(
  current: Settings,
  context: Pick<ChangeContext, 'pin' | 'now' | 'id'>,
): Promise<Change> {
  if (!current.lock) return { settings: current, result: { is: 'unchanged' } };
  const gate = await passPin(current, REASONS, context);
  if (gate.stop) return { settings: gate.settings, result: gate.stop };
  const hours = choicesOf(current.chosen).promiseHours;
  if (hours > 0) {
    const { id, now } = context;
    return {
      settings: startWait(gate.settings, { id, to: {}, removePin: true }, now),
      result: { is: 'needs-wait', waits: { id, seconds: hours * 3600, reasons: REASONS } },
    };
  }
  return {
    settings: { ...gate.settings, lock: null, attempts: { failed: 0, wait: null } },
    result: { is: 'applied', undo: {}, waits: null },
  };
}
