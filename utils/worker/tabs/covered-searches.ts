/**
 * Keeps the search that a rule has covered until its notice asks for it: rules for searches are plain filters, which cannot
 * write the address into the notice's own. In this worker's memory only, one for each tab, and deleted once it is read.
 */
import { match } from '../../pattern/match.ts';
import { currentState } from '../state.ts';
import { isZeroTolerance } from './cover.ts';

const covered = new Map<number, Promise<string | null>>();

/** Keeps the address that a tab is about to ask for, if it is a covered search. */
export function keepCoveredSearch(tabId: number, url: string): void {
  covered.set(tabId, keepIfCovered(tabId, url));
}

/** @returns the search that was covered in this tab last, once. */
export async function takeSearch(tabId: number): Promise<string | null> {
  const search = covered.get(tabId) ?? null;
  covered.delete(tabId);
  return search;
}

/** Where nobody may continue, nothing needs the address. */
async function keepIfCovered(tabId: number, url: string): Promise<string | null> {
  const state = await currentState();
  const found = match(url, state.recognition);
  if (found?.kind === 'search' && !isZeroTolerance(state)) return url;
  covered.delete(tabId);
  return null;
}
