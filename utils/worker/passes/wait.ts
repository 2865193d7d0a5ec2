/** Counts the wait before `Continue anyway`, per site and tab, only while the notice is visible. Pure. */
import { observed, type Reading } from '../../settings/elapsed-timer.ts';

/** The longest break in one visit (a reload, a moment elsewhere), in milliseconds. Shorter than the unseen time that can count. */
export const SAME_VISIT_MS = 60_000;

export interface Wait {
  /** A salted digest of the site, so that no address is kept. */
  site: string;
  /** Milliseconds seen so far. */
  seen: number;
  /** The clock reading from which counting continues; null while the notice is hidden. */
  from: Reading | null;
  /** The last clock reading, visible or hidden. */
  last: Reading;
  /** Shortened by "this is a mistake" (only for addresses that merely look listed). */
  shortened: boolean;
  /** A salted digest of the address, where the browser turned an http address into this https one. */
  byHttp?: string;
}

/**
 * Begins the wait of a new notice, or continues it for the same site within one visit. Does not count the time since an earlier
 * notice's last report, because nobody knows when that notice was left.
 */
export function openWait(before: Wait | null, site: string, visible: boolean, now: Reading): Wait {
  const same = before?.site === site && observed(before.last, now) < SAME_VISIT_MS;
  const wait = same ? { ...before, from: null } : { site, seen: 0, from: null, last: now, shortened: false };
  return setVisible(wait, visible, now);
}

/** Records that the notice became visible or hidden. */
export function setVisible(wait: Wait, visible: boolean, now: Reading): Wait {
  return { ...wait, seen: visibleTime(wait, now), from: visible ? now : null, last: now };
}

/** @returns whole seconds still to wait, 0 if none. */
export function secondsLeft(wait: Wait, delaySeconds: number, now: Reading): number {
  return Math.max(0, Math.ceil((delaySeconds * 1000 - visibleTime(wait, now)) / 1000));
}

function visibleTime({ seen, from }: Wait, now: Reading): number {
  return from ? seen + observed(from, now) : seen;
}
