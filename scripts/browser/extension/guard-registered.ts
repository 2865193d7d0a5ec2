/** Waits until the extension has finished what it does after its installation. */
import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';

const COUNT =
  '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all.length)';

/**
 * Waits until the worker's first run has registered the guard for listed hosts. Throws after 90 s: the list is long, and several
 * browsers may share the machine.
 */
export async function guardRegistered(browser: BrowserSession): Promise<void> {
  await waitFor(
    'the guard to be registered',
    async () => (await browser.inExtension<number>(COUNT)) > 0,
    90_000,
  );
}
