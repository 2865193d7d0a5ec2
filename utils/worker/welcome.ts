/** Opens the welcome page once; on a managed installation only if the policy asks for it. */

import { browser } from '../extension-api.ts';
import { pageUrl } from '../page-url.ts';
import { settingsStore } from './settings/browser-store.ts';
import { currentState } from './state.ts';

/** How long a policy may take to arrive at the first start (milliseconds): nobody should see a page their employer switched off. */
const POLICY_PATIENCE = 4_000;

/** To be called after an installation, not after an update. */
export async function welcomeOnFirstRun(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POLICY_PATIENCE));
  const [{ effective }, { settings }] = await Promise.all([currentState(), settingsStore.load()]);
  if (!effective.showWelcome.value || settings.welcomed) return;
  await browser.tabs.create({ url: pageUrl('/welcome.html') });
}
