/** Waits until the extension has settled in after its installation. */
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';

const COUNT =
  '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all.length)';

/** The guard for listed hosts is registered by the worker's first run. Throws after 90 s: the list is long, and several browsers may share the machine. */
export async function guardRegistered(browser: BrowserSession): Promise<void> {
  await waitFor(
    'the guard to be registered',
    async () => (await browser.inExtension<number>(COUNT)) > 0,
    90_000,
  );
}
