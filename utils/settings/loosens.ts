/** Says whether a change makes the protection weaker. Tightening is free; loosening needs the PIN and the wait. */
import { parseCustomPatterns } from '../pattern/custom-pattern.ts';
import { type ChoiceKey, type Choices, type Chosen, choicesOf } from './schema.ts';

/** Why a change loosens; each is a message key in `options.json` with `loosens-` before it. */
export type LooseningWhy =
  | 'mode'
  | 'audience'
  | 'tiers'
  | 'names'
  | 'wrappers'
  | 'searches'
  | 'block-removed'
  | 'exemption-added'
  | 'delay'
  | 'write-line'
  | 'trusted-adult'
  | 'promise'
  | 'pin';

export interface LooseningReason {
  why: LooseningWhy;
  /** The choice that does it; `lock` for the PIN. */
  key: ChoiceKey | 'lock';
}

/** What is compared. `lock` is any value that differs when the PIN differs; absent means unchanged. */
export interface Comparable {
  chosen: Chosen;
  lock?: unknown;
}

/**
 * @returns why `after` is looser than `before`; empty if it is tighter or neutral.
 *   Choices left alone count with their defaults.
 */
export function loosens(before: Comparable, after: Comparable): LooseningReason[] {
  const from = choicesOf(before.chosen);
  const to = choicesOf(after.chosen);
  const reasons: LooseningReason[] = [];
  for (const [key, why, looser] of RULES) if (looser(from, to)) reasons.push({ why, key });
  if (before.lock && 'lock' in after && before.lock !== after.lock) reasons.push({ why: 'pin', key: 'lock' });
  return reasons;
}

type Rule = readonly [key: ChoiceKey, why: LooseningWhy, looser: (from: Choices, to: Choices) => boolean];

const RULES: readonly Rule[] = [
  ['mode', 'mode', (from, to) => from.mode === 'zero-tolerance' && to.mode !== 'zero-tolerance'],
  ['audience', 'audience', (from, to) => from.audience === 'family' && to.audience !== 'family'],
  ['tiers', 'tiers', (from, to) => lacks(to.tiers, from.tiers)],
  ['recognizeNames', 'names', (from, to) => from.recognizeNames && !to.recognizeNames],
  ['recognizeWrappers', 'wrappers', (from, to) => from.recognizeWrappers && !to.recognizeWrappers],
  ['recognizeSearches', 'searches', (from, to) => from.recognizeSearches && !to.recognizeSearches],
  [
    'blockedPatterns',
    'block-removed',
    (from, to) => lacks(meaning(to.blockedPatterns), meaning(from.blockedPatterns)),
  ],
  ['exemptions', 'exemption-added', (from, to) => lacks(meaning(from.exemptions), meaning(to.exemptions))],
  ['continueDelaySeconds', 'delay', (from, to) => to.continueDelaySeconds < from.continueDelaySeconds],
  ['writeLine', 'write-line', (from, to) => from.writeLine && !to.writeLine],
  // The name a parent gave is not for the child to change.
  [
    'trustedAdult',
    'trusted-adult',
    (from, to) => from.trustedAdult !== '' && to.trustedAdult !== from.trustedAdult,
  ],
  ['promiseHours', 'promise', (from, to) => to.promiseHours < from.promiseHours],
];

function lacks(set: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((one) => !set.includes(one));
}

/** What the lines mean: comments, order, spelling and lines that are no pattern do not count. */
function meaning(lines: readonly string[]): string[] {
  return parseCustomPatterns(lines).patterns.map(({ kind, host, path }) => `${kind} ${host}${path ?? ''}`);
}
