/** The wait before `Continue anyway`: per site and tab, running only while the notice is in front. Pure. */
import { observed, type Reading } from '../../settings/elapsed-timer.ts';

/** The longest a visit may be away (a reload, a moment elsewhere) and still be the same one: less than unseen time can count. */
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
 * The tab shows a new notice. Continues the wait for the same site only within one visit. Time that an earlier notice
 * left open is not counted: nobody knows when that notice was left.
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
