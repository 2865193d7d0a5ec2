/** Describes a problem of a kit configuration in words. */
import type { KitProblem } from '../../utils/deploy/kit-config.ts';
import { describeIssue } from '../../utils/policy/describe-issue.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { SurfaceKey } from '../../utils/words/surfaces.ts';
import { readWords } from '../read-words.ts';

/** @returns one line that begins with the severity. */
export function describeKitProblem(problem: KitProblem, language: Language): string {
  const severity = problem.severity === 'error' ? 'ERROR  ' : 'warning';
  const text = problem.issue
    ? describeIssue(problem.issue, readWords('policy', language))
    : readWords('deploy', language)(problem.problem as SurfaceKey<'deploy'>, problem.values);
  return `${severity}  ${text}`;
}
