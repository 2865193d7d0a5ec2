/** Remembers which state has been applied to the end, so that a worker that was killed on the way is found out by the next one. */
import { browser } from '../../extension-api.ts';
import { checksum } from '../../settings/checksum.ts';
import { isPrivateWorker } from '../private-worker.ts';
import type { GuardState } from '../state.ts';

/** Rings while something is not applied to the end: it brings a killed worker back. */
export const APPLY_ALARM = 'apply';
/** Minutes; Chromium rings no alarm earlier than half a minute. */
const RETRY_MINUTES = 1;

/** Each of Chromium's two workers applies what is its own. Session memory ends with the browser, whose start applies anyway. */
const key = () => (isPrivateWorker() ? 'applied-private' : 'applied');

/** @returns a short name for everything that rules, scripts and open tabs follow from. */
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

/** Applying begins: until it has ended, what was applied is not known. */
export async function beginApplying(): Promise<void> {
  await browser.alarms.create(APPLY_ALARM, { delayInMinutes: RETRY_MINUTES });
  await browser.storage.session.remove(key());
}

/** Everything that follows from this state is in place, or is named in the report. */
export async function endApplying(name: string): Promise<void> {
  await browser.storage.session.set({ [key()]: name });
  await browser.alarms.clear(APPLY_ALARM);
}

/** @returns the state that was applied last and to the end in this run of the browser, or null. */
export async function lastAppliedFingerprint(): Promise<string | null> {
  const held = (await browser.storage.session.get(key()))[key()];
  return typeof held === 'string' ? held : null;
}
