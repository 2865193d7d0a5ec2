/** Makes macOS configuration profiles (`.mobileconfig`). */

import { browserName, CHROMIUM, type ChromiumBrowser, FIREFOX, type KitBrowser } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, sourceFor } from './kit-config.ts';
import { plistFile } from './plist-file.ts';
import { chromiumSettings, firefoxSettings, type Settings } from './related-policies.ts';
import { stableUuid } from './stable-uuid.ts';

/** @returns the identifier under which macOS knows the profile of a browser. */
export function profileIdentifier(browser: KitBrowser): string {
  return `second-thought.${browser}`;
}

/**
 * @returns a profile with two payloads: the browser's policies, and the extension's own configuration in a domain of its own
 *   (Chromium on macOS ignores `3rdparty` inside the browser's domain). Firefox takes both in one.
 */
export function mobileconfig(config: KitConfig, browser: KitBrowser): string {
  const payloads = browser === 'firefox' ? [firefoxPayload(config)] : chromiumPayloads(config, browser);
  const identifier = profileIdentifier(browser);
  return plistFile({
    PayloadContent: payloads,
    PayloadDisplayName: `Second Thought (${browserName(browser)})`,
    ...(config.policy.organizationName && { PayloadOrganization: config.policy.organizationName }),
    PayloadIdentifier: identifier,
    PayloadRemovalDisallowed: false,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: stableUuid(identifier),
    PayloadVersion: 1,
  });
}

function chromiumPayloads(config: KitConfig, browser: ChromiumBrowser): Settings[] {
  const { domain } = CHROMIUM[browser];
  const settings = chromiumSettings(config, browser);
  const extensionDomain = `${domain}.extensions.${sourceFor(config, browser).id}`;
  const own = payload(extensionDomain, browser, 'extension', { ...config.policy } as Settings);
  return Object.keys(settings).length > 0 ? [payload(domain, browser, 'browser', settings), own] : [own];
}

function firefoxPayload(config: KitConfig): Settings {
  const settings: Settings = {
    EnterprisePoliciesEnabled: true,
    ...firefoxSettings(config),
    '3rdparty': { Extensions: { [CHANNELS.firefox.id]: { ...config.policy } as Settings } },
  };
  return payload('com.apple.ManagedClient.preferences', 'firefox', 'browser', {
    PayloadContent: { [FIREFOX.domain]: { Forced: [{ mcx_preference_settings: settings }] } },
  });
}

function payload(type: string, browser: KitBrowser, part: string, content: Settings): Settings {
  const identifier = `${profileIdentifier(browser)}.${part}`;
  return {
    ...content,
    PayloadEnabled: true,
    PayloadIdentifier: identifier,
    PayloadType: type,
    PayloadUUID: stableUuid(identifier),
    PayloadVersion: 1,
  };
}
