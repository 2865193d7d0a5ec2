/** The one typed message map: what may be asked of the worker, by whom, and what it answers. */
import type { BannerLine } from './notice/banner-line.ts';
import type { NoticeContext } from './notice/context.ts';

/** The worker's word to a guard on a listed page. */
export type GuardAnswer =
  /** No pass: the page leaves for the notice at this path of ours, with its own address in the fragment or without. */
  | { kind: 'leave'; path: string; withAddress: boolean }
  /** The page is left in peace: with a slim banner if it has a pass, without one if it is not covered (any more). */
  | { kind: 'pass'; banner: PassBannerWords | null };

/** What the pass banner on a passed page says, and its style sheet. */
export interface PassBannerWords {
  look: string;
  help: BannerLine;
  leave: string;
  label: string;
}

/** Why a pass was not given; each is a message key on the notice. */
export type PassRefusal =
  | 'zero-tolerance'
  | 'policy-not-known'
  | 'no-address'
  | 'not-listed'
  | 'too-early'
  | 'pin-needed'
  | 'pin-wrong'
  | 'pin-locked'
  | 'failed';

export type PassAnswer =
  | { granted: true; url: string }
  | { granted: false; why: PassRefusal; secondsLeft?: number };

/**
 * The address that the notice took out of its own fragment. The browser's `sender.url` follows `replaceState` (tried in
 * both), so it cannot be read there any more; the worker has it matched again before it means anything.
 */
interface Covered {
  address: string | null;
}

/** Request and answer of every message. The key's first part says who may send it: see `senders` in `utils/worker/messages/message-router.ts`. */
export interface Messages {
  /** `overlayId`: the id of the overlay's element, which the hide-page CSS leaves in sight. */
  'guard/ask': { request: { overlayId: string }; answer: GuardAnswer };
  /** Somebody has chosen the way out on an overlay or a pass banner: the worker sees to it that the tab leaves. */
  'guard/leave': { request: Record<never, never>; answer: null };
  /** A notice stands in this tab; its wait runs while it is visible. */
  'notice/opened': { request: Covered & { visible: boolean }; answer: NoticeContext };
  'notice/visible': { request: { visible: boolean }; answer: null };
  /** Somebody leaves through the exit: what they waited is not kept for the next visit. */
  'notice/left': { request: Record<never, never>; answer: null };
  /** "This is a mistake": shortens the wait for an address that only looks like a listed one. */
  'notice/mistake': { request: Covered; answer: NoticeContext };
  /** The reader says where they are; empty: not chosen. Not saved where a policy decides, or in Chromium's private windows. */
  'notice/place': { request: { country: string; region: string }; answer: { saved: boolean } };
  'notice/continue': { request: Covered & { pin?: string }; answer: PassAnswer };
}

/** What the worker answers where it does not answer: browsers carry an error across in different ways, or not at all. */
export interface Refusal {
  refused: string;
}

/** @returns the answer. Throws what the worker had against it. */
export function answerOrThrow<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) throw new Error(answer.refused);
  return answer as T;
}

/** Sends a message and resolves to its answer; rejects where the worker refuses or is gone. */
export type Send = <T extends MessageType>(type: T, request: Messages[T]['request']) => Promise<Answer<T>>;

export type MessageType = keyof Messages;
export type Answer<T extends MessageType> = Messages[T]['answer'];
