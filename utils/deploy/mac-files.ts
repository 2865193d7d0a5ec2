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
 * @returns a profile with two payloads: the browser's policies, and the extension's configuration in its own domain
 *   (Chromium on macOS ignores `3rdparty` inside the browser's domain). Firefox reads both from one payload.
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

/** @returns the same values as bare property lists by preference domain, for consoles that make the profile themselves. */
export function barePlists(config: KitConfig, browser: KitBrowser): Map<string, string> {
  if (browser === 'firefox') return new Map([[FIREFOX.domain, plistFile(firefoxValues(config))]]);
  const { domain } = CHROMIUM[browser];
  const settings = chromiumSettings(config, browser);
  const lists = new Map<string, string>();
  if (Object.keys(settings).length > 0) lists.set(domain, plistFile(settings));
  const own = { ...config.policy } as Settings;
  return lists.set(extensionDomain(config, browser), plistFile(own));
}

/** @returns the preference domain of the extension's own configuration. */
export function extensionDomain(config: KitConfig, browser: ChromiumBrowser): string {
  return `${CHROMIUM[browser].domain}.extensions.${sourceFor(config, browser).id}`;
}

function chromiumPayloads(config: KitConfig, browser: ChromiumBrowser): Settings[] {
  const { domain } = CHROMIUM[browser];
  const settings = chromiumSettings(config, browser);
  const own = payload(extensionDomain(config, browser), browser, 'extension', {
    ...config.policy,
  } as Settings);
  return Object.keys(settings).length > 0 ? [payload(domain, browser, 'browser', settings), own] : [own];
}

function firefoxValues(config: KitConfig): Settings {
  return {
    EnterprisePoliciesEnabled: true,
    ...firefoxSettings(config),
    '3rdparty': { Extensions: { [CHANNELS.firefox.id]: { ...config.policy } as Settings } },
  };
}

function firefoxPayload(config: KitConfig): Settings {
  const settings = firefoxValues(config);
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
