/**
 * Starts the browser of a device on which a documented procedure was followed: it runs as the ordinary user, and a policy installs the
 * extension.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BROWSER, builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../../scripts/browser/session.ts';
import type { Device } from './device.ts';
import { installed } from './installed.ts';

/** Where the procedures write the policy. */
export const POLICY_FILES = {
  chromium: '/etc/chromium/policies/managed/second-thought.json',
  firefox: '/etc/firefox/policies/policies.json',
};

/** Starts the browser, and waits until the policy has installed the extension. */
export async function launchPilot(
  { options, asUser }: Device,
  more: Pick<LaunchOptions, 'port' | 'preferences'>,
): Promise<BrowserSession> {
  const source = JSON.parse(asUser('cat packed/kit-source.json')) as { chromium: { id: string } };
  const session = await launch({
    ...options,
    extension: builtExtension(),
    installedBy: 'policy',
    ...(BROWSER === 'chromium' && { id: source.chromium.id }),
    backgroundNetworking: true,
    ...more,
  });
  try {
    await installed(session);
  } catch (error) {
    // The caller has not received the session, so it cannot close it.
    await session.close();
    throw error;
  }
  return session;
}

/**
 * Adds what only a test needs to the procedure's own files. It lets a debugger inspect an extension that a policy installed (Chromium)
 * and makes Firefox accept an unsigned copy, as the pilot's text says.
 */
export function letTestsLook({ asAdministrator }: Device): void {
  if (BROWSER === 'chromium') {
    asAdministrator(
      `echo '{"DeveloperToolsAvailability": 1}' > /etc/chromium/policies/managed/test.json; chmod 644 /etc/chromium/policies/managed/test.json`,
    );
    return;
  }
  const said = /^`("Preferences": .*)`\.$/m.exec(readFileSync('docs/deployment.md', 'utf8'))?.[1];
  assert.ok(said, 'the text has lost what a Firefox pilot needs');
  asAdministrator(`sed -i 's/"policies": {/&\\n    ${said},/' ${POLICY_FILES.firefox}`);
}
