/** Restores the window of a Chromium that was killed, as a person does with the history menu. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../../scripts/browser/wait.ts';
import { installSecondExtension } from './install-second-extension.ts';

/**
 * After a crash, Chromium ignores `--restore-last-session` and asks in a bubble, which the protocol cannot reach. So another
 * extension restores the same window instead. Throws after 10 s if there is no window to restore.
 */
export async function restoreCrashed(browser: BrowserSession): Promise<void> {
  const helper = temporaryFolder('restorer');
  try {
    const folder = join(helper.folder, 'restorer');
    mkdirSync(folder);
    const manifest = { manifest_version: 3, name: 'Restorer', version: '1', permissions: ['sessions'] };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Restorer</title>');
    const tab = await browser.newTab();
    await browser.open(tab, `${await installSecondExtension(browser, folder)}page.html`);
    await waitFor('the window of the last run', () =>
      browser.evaluate<boolean>(
        tab,
        `(async () => {
          const closed = await chrome.sessions.getRecentlyClosed();
          const window = closed.map((each) => each.window).find(Boolean);
          if (!window) return false;
          await chrome.sessions.restore(window.sessionId);
          return true;
        })()`,
      ),
    );
    await browser.closeTab(tab);
  } finally {
    helper.remove();
  }
}

/**
 * Waits until a browser that is about to be killed has saved what is open, and that it is running. Chromium offers to restore windows
 * only if its profile contains `Crashed`, which it writes up to 10 s after its start (`exit_type` in its preferences).
 */
export async function sessionWritten(profile: string): Promise<void> {
  // Both browsers save the session itself every few seconds, and report that nowhere.
  await pause(4_000);
  if (BROWSER !== 'chromium') return;
  const preferences = join(profile, 'Default', 'Preferences');
  await waitFor(
    'Chromium to write that it runs',
    () => {
      const { profile: written } = JSON.parse(readFileSync(preferences, 'utf8'));
      return written?.exit_type === 'Crashed';
    },
    30_000,
  );
}
