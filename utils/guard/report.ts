/** What the last write came to, for the popup and the status page. Lives in session memory; names no page. */
import { browser } from '../extension-api.ts';
import type { WriteReport } from './rule-writer.ts';

export interface Report extends WriteReport {
  wantedRules: number;
  guardedHosts: number;
  hostAccess: boolean;
}

const KEY = 'report';

/** Keeps the report and shows on the toolbar button whether everything is in place. */
export async function writeReport(report: Report): Promise<void> {
  await browser.storage.session.set({ [KEY]: report });
  const well = report.problems.length === 0 && report.hostAccess;
  await browser.action?.setBadgeText({ text: well ? '' : '!' });
  if (!well) await browser.action?.setBadgeBackgroundColor({ color: '#9b1c1c' });
}

/** @returns the report of the last write in this browser session, or null if there was none yet. */
export async function readReport(): Promise<Report | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Report | undefined) ?? null;
}
