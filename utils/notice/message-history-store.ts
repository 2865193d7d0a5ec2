/** Remembers which messages were shown, in the browser's session memory only, so that the next notice differs. */
import { browser } from '../extension-api.ts';
import { remember } from './message-history.ts';
import type { NoticeContent } from './types.ts';

const KEY = 'shown';

/** @returns ids of main messages, newest first. */
export async function readMessageHistory(): Promise<string[]> {
  return ((await browser.storage.session.get(KEY))[KEY] as string[] | undefined) ?? [];
}

export async function rememberMessage(before: readonly string[], content: NoticeContent): Promise<void> {
  await browser.storage.session.set({ [KEY]: remember(before, content) });
}
