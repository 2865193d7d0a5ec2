/** Reads the configuration that the worker has put into force. */

import type { BrowserSession } from '../../../scripts/browser/session.ts';
import type { EffectiveConfig } from '../../../utils/policy/types.ts';

/** @returns the configuration that pages read, once the rules follow it; undefined before the first time. */
export function effectiveConfig(browser: BrowserSession): Promise<EffectiveConfig | undefined> {
  return browser.inExtension<EffectiveConfig | undefined>(
    `(async () => {
      const { storage } = globalThis.browser ?? chrome;
      const { published } = await storage.local.get('published');
      // Taken away before something new is published, set when everything follows it: so it must be read last.
      const { applied } = await storage.session.get('applied');
      return applied ? published?.effective : undefined;
    })()`,
  );
}
