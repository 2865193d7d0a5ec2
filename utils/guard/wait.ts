/** The wait before `Continue anyway`: per site and tab, running only while the notice is in front. Pure. */
import { observed, type Reading } from '../settings/meter.ts';

export interface Wait {
  /** A salted digest of the site, so that no address is kept. */
  site: string;
  /** Milliseconds seen so far. */
  seen: number;
  /** Where counting goes on from; null while the notice is out of sight. */
  from: Reading | null;
  /** Shortened by "this is a mistake" (only for addresses that merely look listed). */
  shortened: boolean;
}

/** Starts a wait, or goes on with the one for the same site. */
export function openWait(before: Wait | null, site: string, visible: boolean, now: Reading): Wait {
  const wait = before?.site === site ? before : { site, seen: 0, from: null, shortened: false };
  return setVisible(wait, visible, now);
}

/** Notes that the notice came into sight or went out of it. */
export function setVisible(wait: Wait, visible: boolean, now: Reading): Wait {
  return { ...wait, seen: seenBy(wait, now), from: visible ? now : null };
}

/** @returns whole seconds still to wait, 0 if none. */
export function secondsLeft(wait: Wait, delaySeconds: number, now: Reading): number {
  return Math.max(0, Math.ceil((delaySeconds * 1000 - seenBy(wait, now)) / 1000));
}

function seenBy({ seen, from }: Wait, now: Reading): number {
  return from ? seen + observed(from, now) : seen;
}
