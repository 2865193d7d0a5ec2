/** Ends every pass as its fifteen minutes would. */
import assert from 'node:assert/strict';
import { API } from '../../../scripts/browser/extension/own-page.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';

/** Makes the passes' own alarms fire now, instead of waiting for fifteen minutes. @returns how many there were. */
export async function ringPassAlarms(browser: BrowserSession): Promise<number> {
  const alarms = await browser.inExtension<{ name: string; scheduledTime: number }[]>(
    `${API}.alarms.getAll()`,
  );
  const ours = alarms.filter(({ name }) => name.startsWith('pass:'));
  for (const { name, scheduledTime } of ours) {
    assert.ok(scheduledTime - Date.now() <= 15 * 60_000, 'a pass lasts longer than 15 minutes');
    await browser.inExtension(`${API}.alarms.create(${JSON.stringify(name)}, { when: Date.now() })`);
  }
  return ours.length;
}
