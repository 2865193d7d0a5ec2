/** Handles the window in which a person watches: whether this machine can show one, and how long it stays open. */
import type { BrowserSession } from '../browser/session.ts';
import { pause } from '../browser/wait.ts';

const desktop = process.platform === 'darwin' || process.platform === 'win32';

/** False if this machine cannot show a window. The browser is headless then. */
export const canShowWindow = desktop || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Resolves once the last tab is closed, or the browser has ended. */
export async function untilClosed(browser: BrowserSession): Promise<void> {
  const isOpen = () =>
    browser.tabs().then(
      (tabs) => tabs.length > 0,
      () => false,
    );
  while (await isOpen()) await pause(500);
}
