/** Keeps waits in the browser's session memory, where they survive the worker but never reach the disk. */
import { browser } from '../../extension-api.ts';
import { sessionName } from '../session-name.ts';
import type { Wait } from './wait.ts';

const key = (tabId: number) => `wait:${tabId}`;

export async function readWait(tabId: number): Promise<Wait | null> {
  const held = await browser.storage.session.get(key(tabId));
  return (held[key(tabId)] as Wait | undefined) ?? null;
}

export async function writeWait(tabId: number, wait: Wait): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: wait });
}

/** Deletes the wait at the end of a visit: a pass was granted, or the person chose the way out. */
export async function dropWait(tabId: number): Promise<void> {
  await browser.storage.session.remove(key(tabId));
}

/** @returns a digest of the site that means nothing outside this browser session. */
export async function siteToken(site: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode((await sessionName('salt')) + site),
  );
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
