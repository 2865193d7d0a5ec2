/** Tells the worker that a notice is open, so that its wait counts what the reader sees, and takes the worker's answer. */
import type { NoticeContext } from '../../utils/notice/context.ts';

interface Page {
  /** Sends the request, with what is known of the address at that moment. */
  ask: (visible: boolean) => Promise<NoticeContext>;
  visible: () => boolean;
  /** Reports a change of visibility. */
  tell: () => Promise<void>;
  /** Keeps the covered search, which the worker tells only once. */
  keep: (search: string) => void;
  /** Called with the answer to the newest request. */
  told: (answer: NoticeContext) => void;
}

/** @returns the function to call whenever a notice is opened, or has to ask again. */
export function openReporter({ ask, visible, tell, keep, told }: Page): () => Promise<void> {
  let asked = 0;
  const open = async (): Promise<void> => {
    const mine = ++asked;
    const before = visible();
    const answer = await ask(before);
    if (answer.search !== null) keep(answer.search);
    if (mine === asked) told(answer);
    // The newer request was sent without the search.
    else if (answer.search !== null) return open();
    // The worker may have heard of a change before it had a wait for it. Then the wait would go on in a hidden tab, or stand still.
    if (visible() !== before) await tell();
  };
  return open;
}
