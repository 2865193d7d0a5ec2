/** Makes the message that was written for this reader: an employer's policy, the reader's own reason, or whom to talk to. */
import type { Words } from '../words/load.ts';
import type { Message, NoticeInput } from './types.ts';

/** The ids of these messages. If one was written for the reader's audience, it is always on the notice. */
export const WRITTEN = {
  statement: 'employer-statement',
  reason: 'own-reason',
  trustedAdult: 'trusted-adult',
} as const;

/** @returns that message, or null if none was written. It is text; nothing in it is read as markup. */
export function writtenMessage(input: NoticeInput, words: Words<'messages'>): Message | null {
  const { audience } = input;
  const statement = input.organization.statement?.trim();
  if (audience === 'workplace' && statement) {
    return { id: WRITTEN.statement, theme: 'employment', text: statement, citation: null };
  }
  const reason = input.reason.trim();
  if (audience === 'personal' && reason) {
    return { id: WRITTEN.reason, theme: 'own-reason', text: reason, citation: null };
  }
  const name = input.trustedAdult.trim();
  if (audience === 'family' && name) {
    const text = words('trusted-adult', { name });
    // Theme "help", not "family": the first showing says "You are not in trouble" as well.
    return { id: WRITTEN.trustedAdult, theme: 'help-to-stop', text, citation: null };
  }
  return null;
}
