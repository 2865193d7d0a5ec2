/** Migrates stored settings of any older version, one step for each version, and keeps what is readable of damaged ones. */
import { UNREADABLE_ATTEMPTS } from './pin.ts';
import {
  type ChoiceKey,
  type Chosen,
  chosenSchema,
  freshSettings,
  SETTINGS_VERSION,
  type Settings,
  settingsSchema,
} from './schema.ts';

type Stored = Record<string, unknown>;

/** `migrations[n]` turns version n into version n + 1. Never change one that has shipped. */
export const migrations: readonly ((stored: Stored) => Stored)[] = [fromTrial];

export type Migrated =
  | { ok: true; settings: Settings; dropped: string[] }
  | { ok: false; why: 'not-an-object' };

/**
 * @param stored - what was read from storage, of any version.
 * @returns settings of the current version, and the names of fields that were dropped because they were not readable.
 *   An unreadable mode becomes zero tolerance: damage never loosens.
 */
export function migrate(stored: unknown): Migrated {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { ok: false, why: 'not-an-object' };
  let current = { ...stored } as Stored;
  const version = typeof current.version === 'number' ? current.version : 0;
  if (version > SETTINGS_VERSION) return { ok: true, ...fromNewer(current) };
  for (const step of migrations.slice(Math.max(0, version))) current = step(current);
  const whole = settingsSchema.safeParse(current);
  if (whole.success) return { ok: true, settings: whole.data, dropped: [] };
  return { ok: true, ...salvage(current) };
}

/** Migrates version 0: the flat form of the first trials, before choices and internal state were stored separately. */
function fromTrial(stored: Stored): Stored {
  const { version: _, welcomed, lock, ...rest } = stored;
  return { ...freshSettings(), chosen: rest, lock: lock ?? null, welcomed: welcomed === true, version: 1 };
}

/**
 * Handles a downgrade: keeps what a newer release wrote in a known form, above all the PIN, and names everything else.
 */
function fromNewer(stored: Stored): { settings: Settings; dropped: string[] } {
  const { settings, dropped } = salvage(stored);
  const unknown = Object.keys(stored).filter((key) => !Object.hasOwn(settings, key));
  return { settings, dropped: [...dropped, ...unknown] };
}

function salvage(stored: Stored): { settings: Settings; dropped: string[] } {
  const settings = freshSettings();
  const dropped: string[] = [];
  for (const key of ['lock', 'attempts', 'pending', 'welcomed'] as const) {
    if (!(key in stored)) continue;
    const read = settingsSchema.shape[key].safeParse(stored[key]);
    if (read.success) Object.assign(settings, { [key]: read.data });
    else dropped.push(key);
  }
  if (dropped.includes('attempts')) settings.attempts = { ...UNREADABLE_ATTEMPTS };
  const kept = salvageChoices(stored.chosen);
  settings.chosen = kept.chosen;
  dropped.push(...kept.dropped);
  // If the PIN is lost, anybody could loosen the protection. So the strictest setting applies until somebody decides.
  if (['mode', 'chosen', 'lock'].some((key) => dropped.includes(key)))
    settings.chosen.mode = 'zero-tolerance';
  return { settings, dropped };
}

/** @returns the choices that are readable, and the names of those that are not. */
export function salvageChoices(from: unknown): { chosen: Chosen; dropped: string[] } {
  const chosen: Chosen = {};
  const dropped: string[] = [];
  if (typeof from !== 'object' || from === null || Array.isArray(from)) {
    return { chosen, dropped: ['chosen'] };
  }
  for (const [key, value] of Object.entries(from)) {
    const one = chosenSchema.safeParse({ [key]: value });
    if (one.success) Object.assign(chosen, one.data);
    else dropped.push(key as ChoiceKey);
  }
  return { chosen, dropped };
}
