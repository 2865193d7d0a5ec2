/** Implements the cooling-off ("a promise to yourself" on the pages): a loosening waits, then takes effect. `meter` is its stored timer. */
import { advance, type Reading, secondsLeft, startTimer } from './elapsed-timer.ts';
import { type ChoiceKey, type Chosen, choicesOf, type Pending, type Settings } from './schema.ts';

/** Choices that are sets of lines. When a wait ends, later changes to their other lines are kept. */
const LISTS = ['tiers', 'blockedPatterns', 'exemptions'] as const satisfies readonly ChoiceKey[];
type ListKey = (typeof LISTS)[number];

export function isList(key: ChoiceKey): key is ListKey {
  return (LISTS as readonly ChoiceKey[]).includes(key);
}

/** The change that a new wait delays. */
export interface Loosening {
  id: string;
  to: Chosen;
  removePin: boolean;
}

/** @returns the settings with a loosening that waits from now on, for the hours promised. */
export function startWait(settings: Settings, loosening: Loosening, now: Reading): Settings {
  const { id, to, removePin } = loosening;
  const current = choicesOf(settings.chosen);
  const from = pick(current, Object.keys(to) as ChoiceKey[]);
  const rest = overtake(settings, to).pending.filter((one) => !(removePin && one.removePin));
  return {
    ...settings,
    pending: [...rest, { id, from, to, removePin, meter: startTimer(current.promiseHours * 3_600_000, now) }],
  };
}

/** @returns the settings without that wait. Always allowed: it does not weaken the protection. */
export function cancelWait(settings: Settings, id: string): Settings {
  const pending = settings.pending.filter((one) => one.id !== id);
  return pending.length === settings.pending.length ? settings : { ...settings, pending };
}

/**
 * Updates the waits after one reading of the clocks: shortens each, and lets those that are over take effect.
 * @returns the settings (the same object if nothing waits) and the ids that took effect.
 */
export function tick(settings: Settings, now: Reading): { settings: Settings; due: string[] } {
  if (settings.pending.length === 0) return { settings, due: [] };
  const looked = settings.pending.map((one) => ({ ...one, meter: advance(one.meter, now) }));
  const due = looked.filter(({ meter }) => meter.leftMs <= 0);
  const still = looked.filter(({ meter }) => meter.leftMs > 0);
  return {
    settings: due.reduce(takeEffect, { ...settings, pending: still }),
    due: due.map(({ id }) => id),
  };
}

/** @returns seconds until a wait is over, if all of that time counts (`observed`). */
export function waitSeconds(pending: Pending): number {
  return secondsLeft(pending.meter);
}

/** Removes a single value from the waits that still contain it, because a later decision about it replaces them. */
export function overtake(settings: Settings, changed: Chosen): Settings {
  if (settings.pending.length === 0) return settings;
  const keys = (Object.keys(changed) as ChoiceKey[]).filter((key) => !isList(key));
  const pending = settings.pending
    .map((one) => ({ ...one, from: omit(one.from, keys), to: omit(one.to, keys) }))
    .filter((one) => one.removePin || Object.keys(one.to).length > 0);
  return { ...settings, pending };
}

function takeEffect(settings: Settings, pending: Pending): Settings {
  const current = choicesOf(settings.chosen);
  const chosen: Chosen = { ...settings.chosen, ...pending.to };
  for (const key of LISTS) {
    const to = pending.to[key];
    if (to) Object.assign(chosen, { [key]: merge(current[key], pending.from[key] ?? [], to) });
  }
  const unlocked = pending.removePin ? { lock: null, attempts: { failed: 0, wait: null } } : {};
  return { ...settings, chosen, ...unlocked };
}

/** Applies to `current` what the change from `from` to `to` removed and added. */
function merge(current: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  const kept = current.filter((line) => to.includes(line) || !from.includes(line));
  return [...kept, ...to.filter((line) => !from.includes(line) && !kept.includes(line))];
}

function pick(choices: Chosen, keys: readonly ChoiceKey[]): Chosen {
  return Object.fromEntries(keys.map((key) => [key, choices[key]])) as Chosen;
}

function omit(choices: Chosen, keys: readonly ChoiceKey[]): Chosen {
  return Object.fromEntries(
    Object.entries(choices).filter(([key]) => !keys.includes(key as ChoiceKey)),
  ) as Chosen;
}
