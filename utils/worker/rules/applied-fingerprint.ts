/** Remembers which state was fully applied, so that the next worker notices if this one was killed before it finished. */
import { browser } from '../../extension-api.ts';
import { checksum } from '../../settings/checksum.ts';
import { isPrivateWorker } from '../private-worker.ts';
import type { GuardState } from '../state.ts';

/** Fires while something is not fully applied: it restarts a killed worker. */
export const APPLY_ALARM = 'apply';
/** Minutes; Chromium fires no alarm earlier than half a minute. */
const RETRY_MINUTES = 1;

/** Each of Chromium's two workers applies its own part. Session memory ends with the browser, and its next start applies the state anyway. */
const key = () => (isPrivateWorker() ? 'applied-private' : 'applied');

/** @returns a fingerprint of everything that determines rules, scripts and open tabs. */
export function fingerprintOf(state: GuardState, hostAccess: boolean): string {
  const { effective, place, neutralPage, noticePath, recognition } = state;
  const { version } = browser.runtime.getManifest();
  return checksum(
    JSON.stringify([
      version,
      recognition.list.version,
      hostAccess,
      noticePath,
      neutralPage,
      place,
      effective,
    ]),
  );
}

/** Records that applying has begun. Until {@link endApplying}, no state counts as applied. */
export async function beginApplying(): Promise<void> {
  await browser.alarms.create(APPLY_ALARM, { delayInMinutes: RETRY_MINUTES });
  await browser.storage.session.remove(key());
}

/** Records that a state is fully applied; the report says what could not be. @param name - the state's fingerprint. */
export async function endApplying(name: string): Promise<void> {
  await browser.storage.session.set({ [key()]: name });
  await browser.alarms.clear(APPLY_ALARM);
}

/** @returns the state that was last fully applied in this run of the browser, or null. */
export async function lastAppliedFingerprint(): Promise<string | null> {
  const held = (await browser.storage.session.get(key()))[key()];
  return typeof held === 'string' ? held : null;
}
