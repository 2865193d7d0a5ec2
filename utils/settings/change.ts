/** Decides the outcome of a requested change. Every way to change a setting uses it: options, popup, welcome, import, message. */

import { isList, overtake, startWait } from './cooling-off.ts';
import type { Reading } from './elapsed-timer.ts';
import { type LooseningReason, loosens } from './loosens.ts';
import { tryPin } from './pin.ts';
import { type ChoiceKey, type Chosen, choicesOf, type Settings } from './schema.ts';

/** What a decision needs besides the settings. */
export interface ChangeContext {
  /** The PIN as the person typed it, if they were asked for it. Never stored. */
  pin?: string | undefined;
  now: Reading;
  /** Choices that the policy decides: see `policyKeys`. */
  policyKeys: readonly ChoiceKey[];
  /** The id for a wait that this change may start. */
  id: string;
}

export type ChangeOutcome =
  /**
   * `undo` contains the previous values; it is empty if restoring them would itself have to wait.
   * `waits` is set if a part of the change waits.
   */
  | { is: 'applied'; undo: Chosen; waits: Wait | null }
  | { is: 'unchanged' }
  | { is: 'needs-wait'; waits: Wait }
  | { is: 'needs-pin'; reasons: LooseningReason[] }
  | { is: 'wrong-pin' }
  | { is: 'must-wait'; seconds: number }
  | { is: 'refused'; keys: ChoiceKey[] }
  /** The request came from a private window of a browser that runs a separate worker there; only the regular worker writes. */
  | { is: 'private-window' };

export interface Wait {
  id: string;
  seconds: number;
  reasons: LooseningReason[];
}

export interface Change {
  /** Must be stored before the outcome is sent, because it contains the count of wrong PINs. */
  settings: Settings;
  result: ChangeOutcome;
}

/**
 * @param changes - only the choices to change, already checked by their schema.
 * @returns the settings to store (the same object if nothing needs to be written) and what to tell the page.
 */
export async function requestChange(
  current: Settings,
  changes: Chosen,
  context: ChangeContext,
): Promise<Change> {
  const before = choicesOf(current.chosen);
  const wanted = differing(before, changes);
  const keys = Object.keys(wanted) as ChoiceKey[];
  if (keys.length === 0) return { settings: current, result: { is: 'unchanged' } };

  const refused = keys.filter((key) => context.policyKeys.includes(key));
  if (refused.length > 0) return { settings: current, result: { is: 'refused', keys: refused } };

  const reasons = loosens(current, { chosen: { ...current.chosen, ...wanted } });
  if (reasons.length === 0) return apply(current, wanted, null);

  const gate = await passPin(current, reasons, context);
  if (gate.stop) return { settings: gate.settings, result: gate.stop };
  if (before.promiseHours === 0) return apply(gate.settings, wanted, null);
  return applyInParts(gate.settings, wanted, reasons, context);
}

/** Applies tightening at once and lets loosening wait; in a list, line by line. */
function applyInParts(
  settings: Settings,
  wanted: Chosen,
  reasons: LooseningReason[],
  { id, now }: ChangeContext,
): Change {
  const before = choicesOf(settings.chosen);
  const waiting = new Set(reasons.map(({ key }) => key));
  const atOnce: Chosen = {};
  const later: Chosen = {};
  for (const key of Object.keys(wanted) as ChoiceKey[]) {
    if (!waiting.has(key)) Object.assign(atOnce, { [key]: wanted[key] });
    else {
      Object.assign(later, { [key]: wanted[key] });
      if (isList(key)) Object.assign(atOnce, { [key]: tighterPart(key, before[key], wanted[key] ?? []) });
    }
  }
  const tighter = differing(before, atOnce);
  const tightened = apply(settings, tighter, null).settings;
  const seconds = before.promiseHours * 3600;
  const waits = { id, seconds, reasons };
  const next = startWait(tightened, { id, to: later, removePin: false }, now);
  if (Object.keys(tighter).length === 0) return { settings: next, result: { is: 'needs-wait', waits } };
  return { settings: next, result: { is: 'applied', undo: undoOf(before, tighter, tightened), waits } };
}

function tighterPart(key: ChoiceKey, from: readonly string[], to: readonly string[]): string[] {
  if (key === 'exemptions') return from.filter((line) => to.includes(line));
  return [...from, ...to.filter((line) => !from.includes(line))];
}

function apply(settings: Settings, wanted: Chosen, waits: Wait | null): Change {
  const before = choicesOf(settings.chosen);
  const next = overtake({ ...settings, chosen: { ...settings.chosen, ...wanted } }, wanted);
  return { settings: next, result: { is: 'applied', undo: undoOf(before, wanted, next), waits } };
}

export type PinGate = { settings: Settings; stop: ChangeOutcome | null };

/**
 * Checks the PIN, if one is set.
 * @returns what to store, and why to stop; `stop` is null if nothing prevents the change.
 */
export async function passPin(
  settings: Settings,
  reasons: LooseningReason[],
  { pin, now }: Pick<ChangeContext, 'pin' | 'now'>,
): Promise<PinGate> {
  if (!settings.lock) return { settings, stop: null };
  if (pin === undefined) return { settings, stop: { is: 'needs-pin', reasons } };
  const tried = await tryPin(settings.lock, pin, settings.attempts, now);
  const next = { ...settings, attempts: tried.attempts };
  if (tried.check.is === 'must-wait') return { settings: next, stop: tried.check };
  return { settings: next, stop: tried.check.is === 'right' ? null : { is: 'wrong-pin' } };
}

function differing(before: Chosen, changes: Chosen): Chosen {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([key, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key as ChoiceKey]),
    ),
  ) as Chosen;
}

function undoOf(before: Chosen, changed: Chosen, { chosen }: Settings): Chosen {
  const undo = Object.fromEntries(
    Object.keys(changed).map((key) => [key, before[key as ChoiceKey]]),
  ) as Chosen;
  const promised = choicesOf(chosen).promiseHours > 0;
  return promised && loosens({ chosen }, { chosen: { ...chosen, ...undo } }).length > 0 ? {} : undo;
}
