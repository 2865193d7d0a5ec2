/** Decides whether a change makes the protection weaker. Tightening is free; loosening needs the PIN and the wait. */
import { parseCustomPatterns } from '../pattern/custom-pattern.ts';
import { SETTING_KEYS, SETTINGS, type SettingKey, type Weakening } from '../policy/setting-descriptions.ts';
import { type ChoiceKey, type Chosen, choicesOf } from './schema.ts';

/** The settings whose change can weaken the protection. */
type WeakenedKey = {
  [Key in SettingKey]: (typeof SETTINGS)[Key] extends { why: string } ? Key : never;
}[SettingKey];

/** Why a change loosens; each is a message key in `controls.json` with `loosens-` before it. */
export type LooseningWhy = (typeof SETTINGS)[WeakenedKey]['why'] | 'pin';

export interface LooseningReason {
  why: LooseningWhy;
  /** The choice that loosens; `lock` for the PIN. */
  key: ChoiceKey | 'lock';
}

/** What is compared. `lock` is any value that differs when the PIN differs; absent means unchanged. */
export interface Comparable {
  chosen: Chosen;
  lock?: unknown;
}

/**
 * @returns why `after` is looser than `before`; empty if it is tighter or neutral.
 *   Choices that the person never made count as their defaults.
 */
export function loosens(before: Comparable, after: Comparable): LooseningReason[] {
  const from = choicesOf(before.chosen);
  const to = choicesOf(after.chosen);
  const reasons: LooseningReason[] = [];
  for (const key of SETTING_KEYS) {
    const setting = SETTINGS[key];
    if (!('weakens' in setting)) continue;
    if (isWeaker(setting.weakens, from[key], to[key], key)) reasons.push({ why: setting.why, key });
  }
  if (before.lock && 'lock' in after && before.lock !== after.lock) reasons.push({ why: 'pin', key: 'lock' });
  return reasons;
}

function isWeaker(weakens: Weakening, from: unknown, to: unknown, key: ChoiceKey): boolean {
  const items = (value: unknown) =>
    key === 'blockedPatterns' || key === 'exemptions' ? meaning(value as string[]) : (value as string[]);
  switch (weakens) {
    case 'turned-off':
      return from === true && to === false;
    case 'lowered':
      return (to as number) < (from as number);
    case 'item-removed':
      return lacks(items(to), items(from));
    case 'item-added':
      return lacks(items(from), items(to));
    case 'text-changed':
      return from !== '' && to !== from;
    default:
      return from === weakens.leaving && to !== weakens.leaving;
  }
}

function lacks(set: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((one) => !set.includes(one));
}

/** @returns what the lines mean: comments, order, spelling and lines without a pattern make no difference. */
function meaning(lines: readonly string[]): string[] {
  return parseCustomPatterns(lines).patterns.map(({ kind, host, path }) => `${kind} ${host}${path ?? ''}`);
}
