/** Finds every message a reader may meet, by asking the real chooser again and again, as showings follow each other. */
import { choose, type Material } from '../notice/choose.ts';
import { remember } from '../notice/shown.ts';
import type { Message, NoticeInput, Theme } from '../notice/types.ts';
import { THEMES } from '../notice/types.ts';

/** Showings in a row. A place has some 40 messages; a test holds that nothing turns up later. */
const SHOWINGS = 1_500;
/** Multiples of the golden section spread evenly over [0, 1), so that rare themes get their turn. */
const GOLDEN = 0.618_033_988_749_895;

/** @returns each message once: the law first, then by theme. The same input gives the same list. */
export function everyMessage(input: NoticeInput, material: Material): Message[] {
  const found = new Map<string, Message>();
  let shownLast: readonly string[] = [];
  for (let showing = 0; showing < SHOWINGS; showing += 1) {
    const content = choose({ ...input, shownLast, random: (showing * GOLDEN) % 1 }, material);
    for (const message of [content.main, content.alongside, content.supporting]) {
      if (message) found.set(message.id, message);
    }
    shownLast = remember(shownLast, content);
  }
  return [...found.values()].sort(
    (one, other) => rank(one.theme) - rank(other.theme) || one.id.localeCompare(other.id),
  );
}

function rank(theme: Theme): number {
  return THEMES.indexOf(theme);
}
