/** Puts a policy issue into words for a person; every message names the key. */
import type { Words } from '../words/load.ts';
import type { SurfaceKey } from '../words/surfaces.ts';
import type { PolicyIssue } from './types.ts';

/**
 * @param words - the `policy` surface in the reader's language.
 * @returns one or two sentences, text only.
 */
export function describeIssue(issue: PolicyIssue, words: Words<'policy'>): string {
  return words(issue.problem as SurfaceKey<'policy'>, { ...issue.values, key: issue.key });
}
