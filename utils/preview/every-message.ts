/** Finds every message that a reader may see, by running the real chooser through a long series of showings. */
import { chooseContent, type Material } from '../notice/choose-content.ts';
import { remember } from '../notice/message-history.ts';
import type { Message, NoticeInput, Theme } from '../notice/types.ts';
import { THEMES } from '../notice/types.ts';

/** Showings in a row; by then every message has been shown, and the first one has dropped out of the history. */
const SHOWINGS = 96;
/** Random values tried at each showing. A test checks that more showings would find no further message. */
const CHANCES = 48;

/** @returns each message once: the law first, then by theme. The same input gives the same list. */
export function everyMessage(input: NoticeInput, material: Material): Message[] {
  const found = new Map<string, Message>();
  const next = repeatable();
  let messageHistory: readonly string[] = [];
  for (let showing = 0; showing < SHOWINGS; showing += 1) {
    const shift = next();
    for (let chance = 0; chance < CHANCES; chance += 1) {
      const random = (chance + shift) / CHANCES;
      const { main, alongside, supporting } = chooseContent({ ...input, messageHistory, random }, material);
      for (const message of [main, alongside, supporting]) if (message) found.set(message.id, message);
    }
    messageHistory = remember(
      messageHistory,
      chooseContent({ ...input, messageHistory, random: next() }, material),
    );
  }
  return [...found.values()].sort(
    (one, other) => rank(one.theme) - rank(other.theme) || one.id.localeCompare(other.id),
  );
}

function rank(theme: Theme): number {
  return THEMES.indexOf(theme);
}

/** Numbers in [0, 1) that look random and are the same every time (Mulberry32). */
function repeatable(): () => number {
  let state = 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
