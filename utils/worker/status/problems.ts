/** Lists what is wrong with an installation, worst first. Pure. */
import type { StatusProblem } from '../../messages/answers.ts';
import { GUARD_PROBLEM, type Report } from './report.ts';

export interface Looked {
  hostAccess: boolean;
  /** The report of the last write in this session; null if there was none. */
  report: Pick<Report, 'problems' | 'unsaved' | 'ownLines'> | null;
  /** The policy has an error. */
  policyBroken: boolean;
  /** Stored settings were damaged. */
  recovered: boolean;
  /** Whether the extension runs in private windows; null if the browser does not say. */
  privateWindows: boolean | null;
  /** An organization manages this browser. It decides whether private windows open at all, and no extension can see that. */
  managed: boolean;
}

export function problemsOf({
  hostAccess,
  report,
  policyBroken,
  recovered,
  privateWindows,
  managed,
}: Looked): StatusProblem[] {
  const isGuard = (problem: string) => problem.startsWith(GUARD_PROBLEM);
  const found: [StatusProblem, boolean][] = [
    ['host-access', !hostAccess],
    ['rules', report?.problems.some((problem) => !isGuard(problem)) ?? false],
    ['worker', report === null],
    ['policy', policyBroken],
    ['storage', report !== null && report.unsaved !== null],
    ['recovered', recovered],
    ['own-lines', (report?.ownLines.length ?? 0) > 0],
    ['guard', report?.problems.some(isGuard) ?? false],
    ['private-windows', privateWindows === false && !managed],
  ];
  return found.filter(([, is]) => is).map(([problem]) => problem);
}
