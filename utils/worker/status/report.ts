/** The result of the last write, for the popup and the status page. Kept in session memory; names no page. */
import { browser } from '../../extension-api.ts';
import type { WriteReport } from '../rules/rule-writer.ts';

export interface Report extends Omit<WriteReport, 'refused'> {
  wantedRules: number;
  guardedHosts: number;
  hostAccess: boolean;
  /** Why what the pages read could not be stored (a full disk, a full quota), or null. */
  unsaved: string | null;
  /** People's own lines that got no rule: too many, or too long for the browser. */
  ownLines: string[];
}

/** The beginning of a problem that concerns the guard and not the rules. */
export const GUARD_PROBLEM = 'guard: ';

const KEY = 'report';

/** Keeps the report and shows on the toolbar button whether everything is in place. */
export async function writeReport(report: Report): Promise<void> {
  await browser.storage.session.set({ [KEY]: report });
  const { problems, hostAccess, unsaved, ownLines } = report;
  const well = problems.length === 0 && hostAccess && unsaved === null && ownLines.length === 0;
  await browser.action?.setBadgeText({ text: well ? '' : '!' });
  if (!well) await browser.action?.setBadgeBackgroundColor({ color: '#9b1c1c' });
}

/** @returns the report of the last write in this browser session, or null if there was none yet. */
export async function readReport(): Promise<Report | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Report | undefined) ?? null;
}
