/** The words that go with a deployment: a note for staff and model policy statements in three lengths. */
import type { PolicyText } from '../policy/schema.ts';
import type { Words } from '../words/load.ts';

export const STATEMENT_LENGTHS = ['short', 'medium', 'long'] as const;
export type StatementLength = (typeof STATEMENT_LENGTHS)[number];

const PARAGRAPHS = {
  short: ['statementShort'],
  medium: ['statementMedium1', 'statementMedium2', 'statementMedium3', 'statementMedium4'],
  long: [
    'statementLong1',
    'statementLong2',
    'statementLong3',
    'statementLong4',
    'statementLong5',
    'statementLong6',
    'statementLong7',
    'statementLong8',
    'statementLong9',
  ],
} as const;

function values(policy: PolicyText, words: Words<'deploy'>): Record<string, string> {
  const help = [policy.assistanceName, policy.assistancePhone ?? policy.assistanceUrl];
  return {
    organization: policy.organizationName ?? words('blankOrganization'),
    assistance: help.filter((part) => part !== undefined).join(', ') || words('blankAssistance'),
    contact: policy.contactText ?? words('blankContact'),
  };
}

/** @returns a model statement as plain text, blanks in square brackets. It is a draft for counsel, and a note says so. */
export function policyStatement(length: StatementLength, policy: PolicyText, words: Words<'deploy'>): string {
  const filled = values(policy, words);
  return PARAGRAPHS[length].map((key) => words(key, filled)).join('\n\n');
}

/** @returns the note for staff as plain text: what the tool does, what it does not do, whom to ask. */
export function staffNote(policy: PolicyText, words: Words<'deploy'>): string {
  const filled = values(policy, words);
  const zero = policy.mode !== 'educate';
  return [
    words('staffTitle', filled),
    words('staffWhat', filled),
    ...(policy.recognizeSearches ? [words('staffSearches', filled)] : []),
    words(zero ? 'staffNoWay' : 'staffPause', filled),
    words('staffRecords', filled),
    words('staffOther', filled),
    words('staffMistake', filled),
    words('staffHelp', filled),
  ].join('\n\n');
}
