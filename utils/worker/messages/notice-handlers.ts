/** Answers the notice: what matched, how long to wait, and whether a pass is granted. The page decides nothing. */

import { inTurn } from '../../in-turn.ts';
import type { PassAnswer } from '../../messages/answers.ts';
import type { ContinueState, NoticeContext } from '../../notice/context.ts';
import { match } from '../../pattern/match.ts';
import type { Match } from '../../pattern/types.ts';
import { type PinGate, passPin } from '../../settings/change.ts';
import type { Reading } from '../../settings/elapsed-timer.ts';
import { readClocks } from '../clocks.ts';
import { isNoticeUrl } from '../notice-url.ts';
import { grantPass } from '../passes/passes.ts';
import { openWait, secondsLeft, setVisible, type Wait } from '../passes/wait.ts';
import { dropWait, readWait, siteToken, writeWait } from '../passes/wait-store.ts';
import { isPrivateWorker } from '../private-worker.ts';
import { settingsStore } from '../settings/browser-store.ts';
import { passPinInPrivate } from '../settings/private-attempts.ts';
import { advanceWaits } from '../settings/settings-handlers.ts';
import { currentState, type GuardState } from '../state.ts';
import { isZeroTolerance, noticeArrived } from '../tabs/cover.ts';
import { takeSearch } from '../tabs/covered-searches.ts';
import { cameByHttp } from '../tabs/http-navigations.ts';
import { type Sender, tabOf } from './sender.ts';

/** The shortened wait, in seconds, once someone says that an address merely looks listed. */
const MISTAKE_SECONDS = 2;

/** Looks at waits one after the other: a notice may come into view before the worker, which has to start, has stored its wait. */
const queued = inTurn();

/** Begins or continues the wait of the notice that this tab shows. */
export function noticeOpened(
  tabId: number,
  address: string | null,
  visible: boolean,
): Promise<NoticeContext> {
  noticeArrived(tabId);
  return queued(() => openNotice(tabId, address, visible));
}

async function openNotice(tabId: number, address: string | null, visible: boolean): Promise<NoticeContext> {
  const state = await currentState();
  const search = address === null ? await takeSearch(tabId) : null;
  const found = matchCovered(state, address ?? search);
  if (!found) return context(state, null, null);
  const now = await readClocks();
  const byHttp = address && cameByHttp(tabId, address) ? { byHttp: await siteToken(address) } : {};
  const wait = { ...openWait(await readWait(tabId), await siteToken(found.site), visible, now), ...byHttp };
  await writeWait(tabId, wait);
  return { ...(await context(state, found, wait)), search };
}

/** Records that the notice became visible or hidden. */
export function noticeVisible(tabId: number, visible: boolean): Promise<null> {
  return queued(async () => {
    const wait = await readWait(tabId);
    if (wait) await writeWait(tabId, setVisible(wait, visible, await readClocks()));
    return null;
  });
}

/** Ends the wait because the person chose the way out. The next visit waits from the start. */
export async function noticeLeft(tabId: number): Promise<null> {
  await dropWait(tabId);
  return null;
}

/** "This is a mistake": shortens the wait where the address only looks like a listed one; no PIN is skipped. */
export async function noticeMistake(tabId: number, address: string | null): Promise<NoticeContext> {
  const state = await currentState();
  const found = matchCovered(state, address);
  const wait = await readWait(tabId);
  if (!wait || !isGuess(found)) return context(state, found, wait);
  const shortened = { ...wait, shortened: true };
  await writeWait(tabId, shortened);
  return context(state, found, shortened);
}

/** Grants a pass for the site in this tab, or says why not. */
export async function noticeContinue(
  tabId: number,
  address: string | null,
  pin: string | undefined,
): Promise<PassAnswer> {
  const state = await currentState();
  const { effective } = state;
  if (isZeroTolerance(state)) return { granted: false, why: 'zero-tolerance' };
  if (!effective.policyKnown) return { granted: false, why: 'policy-not-known' };
  if (!address) return { granted: false, why: 'no-address' };
  const found = match(address, state.recognition);
  if (!found) return { granted: false, why: 'not-listed' };

  const wait = await readWait(tabId);
  if (wait?.site !== (await siteToken(found.site))) return { granted: false, why: 'too-early' };
  const left = secondsLeft(wait, delaySeconds(state, found, wait), await readClocks());
  if (left > 0) return { granted: false, why: 'too-early', secondsLeft: left };

  const refused = await refusedByPin(pin);
  if (refused) return refused;
  try {
    await grantPass(found.site, tabId, state.platform);
  } catch {
    return { granted: false, why: 'failed' };
  }
  await dropWait(tabId);
  // The browser tries https first again, and falls back to http if the site has no https.
  const byHttp = wait.byHttp !== undefined && wait.byHttp === (await siteToken(address));
  return { granted: true, url: byHttp ? address.replace(/^https:/, 'http:') : address };
}

/** @returns true for a site or search that was recognized by its words alone, so it may be something else. */
function isGuess(found: Match | null): boolean {
  return found?.kind === 'name' || found?.kind === 'search';
}

function matchCovered(state: GuardState, address: string | null): Match | null {
  return address ? match(address, state.recognition) : null;
}

async function context(state: GuardState, found: Match | null, wait: Wait | null): Promise<NoticeContext> {
  return {
    match: found,
    listVersion: state.recognition.list.version,
    continue: await continueState(state, found, wait),
    search: null,
  };
}

async function continueState(
  state: GuardState,
  found: Match | null,
  wait: Wait | null,
): Promise<ContinueState> {
  if (isZeroTolerance(state)) return { kind: 'never', why: 'zero-tolerance' };
  if (!found || !wait) return { kind: 'never', why: 'no-address' };
  const pin = state.effective.pinSet;
  const left = secondsLeft(wait, delaySeconds(state, found, wait), await readClocks());
  return left > 0 ? { kind: 'wait', secondsLeft: left, pin } : { kind: 'ready', pin };
}

/** A wait the person chose for themselves is never shortened. */
function delaySeconds(state: GuardState, found: Match, { shortened }: Wait): number {
  const { value, from } = state.effective.continueDelaySeconds;
  return shortened && isGuess(found) && from === 'default' ? Math.min(MISTAKE_SECONDS, value) : value;
}

/** Checks the PIN, which a pass requires like every weakening change. Stores wrong tries before the answer is sent. */
async function refusedByPin(pin: string | undefined): Promise<PassAnswer | null> {
  const now = await readClocks();
  const stop = isPrivateWorker()
    ? await passPinInPrivate((await settingsStore.load()).settings, pin, now)
    : await passPinHere(pin, now);
  if (!stop) return null;
  // A wait after wrong tries only counts down while the clocks are read.
  await advanceWaits();
  const why = { 'needs-pin': 'pin-needed', 'wrong-pin': 'pin-wrong', 'must-wait': 'pin-locked' } as const;
  const seconds = stop.is === 'must-wait' ? { secondsLeft: stop.seconds } : {};
  return { granted: false, why: why[stop.is as keyof typeof why] ?? 'failed', ...seconds };
}

async function passPinHere(pin: string | undefined, now: Reading): Promise<PinGate['stop']> {
  const { result } = await settingsStore.update(async (settings) => {
    const gate = await passPin(settings, [], { pin, now });
    return { settings: gate.settings, result: gate.stop };
  });
  return result;
}

/** @returns the tab of a notice, or null if the message does not come from one in the top frame of a tab. */
export function noticeTab(sender: Sender): number | null {
  return tabOf(sender, isNoticeUrl);
}
