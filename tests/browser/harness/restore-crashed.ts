/** Brings back the window of a Chromium that was killed, as a person does with the history menu. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserSession } from '../../../scripts/browser/session.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';
import { installBeside } from './install-beside.ts';

/**
 * After a crash Chromium heeds `--restore-last-session` no more and asks in a bubble, which is no target of the protocol. Another
 * extension asks for the same window instead. Throws after 10 s if none is left to bring back.
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
    await browser.open(tab, `${await installBeside(browser, folder)}page.html`);
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
