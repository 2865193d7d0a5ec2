/** Opens a browser that saves downloads in a folder of the test without asking. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumSession } from '../../../scripts/browser/chromium-session.ts';
import { launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../../scripts/browser/session.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';

export interface Downloads {
  /** Waits for a complete file of that name, removes it, and returns its bytes. */
  take(name: string): Promise<Buffer>;
  remove(): void;
}

/** Launches this run's browser with a folder for its downloads. */
export async function launchWithDownloads(
  options: LaunchOptions,
): Promise<{ browser: BrowserSession; downloads: Downloads }> {
  const folder = mkdtempSync(join(tmpdir(), 'second-thought-downloads-'));
  const browser = await launch({
    ...options,
    preferences: {
      ...options.preferences,
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  if (browser instanceof ChromiumSession) {
    await browser.cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }
  const downloads: Downloads = {
    take: async (name) => {
      const file = join(folder, name);
      const bytes = await waitFor(`the download ${name}`, () => {
        const unfinished = readdirSync(folder).some((one) => /\.(?:part|crdownload)$/.test(one));
        const whole = !unfinished && existsSync(file) && readFileSync(file);
        return whole && whole.length > 0 ? whole : null;
      });
      rmSync(file);
      return bytes;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return { browser, downloads };
}
