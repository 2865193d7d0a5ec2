/** Tells administrators when a policy last arrived, whether the browser still delivers it, and what is wrong with it. */

import type { Status } from '../../utils/messages/answers.ts';
import { describeIssue } from '../../utils/policy/describe-issue.ts';
import type { OptionsPage, SectionProps } from './options-page.ts';

/** @returns the text of the row about the policy. It never presents a remembered policy as one that has just arrived. */
export function policyRow({ policy }: Status, { words, view }: OptionsPage): string {
  const { receivedAt, fromMemory, failure, installs } = policy;
  if (receivedAt === null) {
    if (failure !== null) return words('policyUnread', { failure });
    return words(view.effective.policyKnown ? 'policyNone' : 'policyUnanswered');
  }
  const when = dateAndTime(receivedAt);
  if (failure !== null) return `${words('policyUnread', { failure })} ${words('policyStays', { when })}`;
  const received = words(fromMemory ? 'policyRemembered' : 'policyReceived', { when });
  return installs ? received : `${received} ${words('policyNotInstalling')}`;
}

/** Writes a time in the language of the page, not of the browser. */
function dateAndTime(at: number): string {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang || [], { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

export function PolicyIssues({ page }: SectionProps) {
  const { words, policyWords, view } = page;
  const { issues } = view.effective;
  if (issues.length === 0) return null;
  return (
    <>
      <h3>{words('policyIssues')}</h3>
      <ul>
        {issues.map((issue, index) => (
          // The index is the key: one managed key may have the same problem twice, and the list is always replaced as a whole.
          <li key={index}>
            <code>{issue.key}</code>: {describeIssue(issue, policyWords)}
            {issue.received !== '' && (
              <>
                {' '}
                {words('policyIssueReceived')} <code dir="auto">{issue.received}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
