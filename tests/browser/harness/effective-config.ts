/** What the worker has brought into force. */

import type { BrowserSession } from '../../../scripts/browser/session.ts';
import type { EffectiveConfig } from '../../../utils/policy/types.ts';

/** @returns the layers as they lie there for the pages, once the rules follow them; undefined before the first time. */
export function effectiveConfig(browser: BrowserSession): Promise<EffectiveConfig | undefined> {
  return browser.inExtension<EffectiveConfig | undefined>(
    '(globalThis.browser ?? chrome).storage.local.get("published").then(({ published }) => published?.effective)',
  );
}
