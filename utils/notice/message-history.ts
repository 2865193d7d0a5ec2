/** Keeps track of which main messages were shown last and in which variant, in memory only. */
import type { NoticeContent } from './types.ts';

export const VARIANTS = 4;

/** Enough for every message of a place. It is a multiple of the variants, so that dropping the oldest does not disturb the rotation. */
const KEPT = 48;

/**
 * @param messageHistory - newest first, as `NoticeInput.messageHistory`.
 * @param content - what was just shown.
 * @returns the new list, newest first. An entry is the main message's id and its variant, such as `law#2`.
 */
export function remember(messageHistory: readonly string[], content: NoticeContent): string[] {
  return [`${content.main.id}#${content.variant}`, ...messageHistory].slice(0, KEPT);
}

/** @returns only the ids, newest first; entries without a variant stay as they are. */
export function messageIds(messageHistory: readonly string[]): string[] {
  return messageHistory.map((entry) => entry.replace(/#\d+$/, ''));
}

/**
 * @param messageHistory - newest first.
 * @param random - in [0, 1).
 * @returns a variant that differs from the last one; any variant if nothing was shown yet.
 */
export function nextVariant(messageHistory: readonly string[], random: number): NoticeContent['variant'] {
  const last = messageHistory[0];
  if (last === undefined) return (Math.floor(random * VARIANTS) % VARIANTS) as NoticeContent['variant'];
  const variant = /#(\d+)$/.exec(last)?.[1];
  return (((variant ? Number(variant) : messageHistory.length - 1) + 1) %
    VARIANTS) as NoticeContent['variant'];
}
