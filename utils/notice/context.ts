/** The types of what the worker tells the notice about the address behind it. */
import type { Match } from '../pattern/types.ts';

/** Whether the notice may offer to continue, and when. */
export type ContinueState =
  | { kind: 'never'; why: 'zero-tolerance' | 'no-address' | 'not-listed' }
  | { kind: 'wait'; secondsLeft: number; pin: boolean }
  | { kind: 'ready'; pin: boolean };

/** What the worker knows about the address behind a notice. */
export interface NoticeContext {
  match: Match | null;
  listVersion: string;
  continue: ContinueState;
  /** The search that a rule covered. The notice's address does not contain it, because such rules cannot write it there. */
  search: string | null;
}
