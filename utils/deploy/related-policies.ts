/** Lists the browser's own policies that keep the extension in place, under the names that each browser gives them. */

import { CHROMIUM, type ChromiumBrowser } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, type RelatedPolicies, sourceFor } from './kit-config.ts';

export type Json = string | number | boolean | Json[] | { [key: string]: Json };
export type Settings = Record<string, Json>;

/** Every related policy, in the order in which it is offered. Title, effect and price are `<id>Title`, `<id>Effect`, `<id>Price`. */
export const RELATED_POLICIES = [
  'forceInstall',
  'privateWindows',
  'profiles',
  'tampering',
  'developerTools',
  'urlBlocklist',
] as const satisfies readonly (keyof RelatedPolicies)[];
export type RelatedPolicy = (typeof RELATED_POLICIES)[number];

/** @returns whether a related policy is in the kit. */
export function isChosen(relatedPolicy: RelatedPolicy, chosen: RelatedPolicies): boolean {
  if (relatedPolicy === 'privateWindows') return chosen.privateWindows !== 'unchanged';
  if (relatedPolicy === 'urlBlocklist') return chosen.urlBlocklist.length > 0;
  return chosen[relatedPolicy];
}

/** @returns the policies of a browser of the Chromium family, without the extension's own configuration. */
export function chromiumSettings(config: KitConfig, browser: ChromiumBrowser): Settings {
  const { companions } = config;
  const { names } = CHROMIUM[browser];
  const { id, updateUrl } = sourceFor(config, browser);
  const settings: Settings = {};
  // `ExtensionSettings` is one text that an organization may already have set; an entry in this list does not replace it.
  if (companions.forceInstall) settings.ExtensionInstallForcelist = [`${id};${updateUrl}`];
  if (companions.privateWindows === 'off') {
    settings[names.privateWindows] = 1;
    // Brave has a separate policy for its private window with Tor.
    if (browser === 'brave') settings.TorDisabled = true;
  }
  if (companions.privateWindows === 'extension') settings[names.mandatoryInPrivate] = [id];
  if (companions.profiles) {
    settings.BrowserGuestModeEnabled = false;
    settings[names.addProfile] = false;
  }
  if (companions.tampering) {
    settings.ExtensionDeveloperModeSettings = 1;
    settings.ExtensionInstallTypeBlocklist = ['command_line'];
  }
  // 0: allowed on web pages, not on pages of extensions that a policy installed.
  if (companions.developerTools) settings.DeveloperToolsAvailability = 0;
  // A leading dot means this host without its subdomains.
  if (companions.urlBlocklist.length > 0)
    settings.URLBlocklist = companions.urlBlocklist.map((host) => host.replace(/^=/, '.'));
  return settings;
}

/** Mozilla's sites on which Firefox allows no extension to act, as shipped (`greprefs.js`, ESR 153). */
const RESTRICTED_AS_SHIPPED = [
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
];

/** Locks Firefox's two lists of restricted sites: on a site of either list no extension's rule or script acts, and no extension is told. */
function lockedPreferences(): Settings {
  return {
    'extensions.webextensions.restrictedDomains': {
      Value: RESTRICTED_AS_SHIPPED.join(','),
      Status: 'locked',
      Type: 'string',
    },
    'extensions.quarantinedDomains.enabled': { Value: false, Status: 'locked', Type: 'boolean' },
  };
}

/** @returns the policies of Firefox, without the extension's own configuration. */
export function firefoxSettings(config: KitConfig): Settings {
  const { companions } = config;
  const settings: Settings = {};
  const extension: Settings = {};
  if (companions.forceInstall) {
    extension.installation_mode = 'force_installed';
    extension.install_url = config.firefox.installUrl;
    extension.default_area = 'navbar';
  }
  // Set even where private windows are off: it costs nothing, and it stays in effect if another policy allows them again.
  if (companions.privateWindows !== 'unchanged') extension.private_browsing = true;
  if (Object.keys(extension).length > 0) settings.ExtensionSettings = { [CHANNELS.firefox.id]: extension };
  if (companions.privateWindows === 'off') settings.PrivateBrowsingModeAvailability = 1;
  if (companions.profiles) settings.BlockAboutProfiles = true;
  if (companions.tampering) {
    settings.BlockAboutConfig = true;
    settings.BlockAboutSupport = true;
    settings.DisableProfileRefresh = true;
    settings.DisableSafeMode = true;
    settings.Preferences = lockedPreferences();
  }
  if (companions.developerTools) settings.DisableDeveloperTools = true;
  if (companions.urlBlocklist.length > 0) {
    settings.WebsiteFilter = { Block: companions.urlBlocklist.map(matchPattern) };
  }
  return settings;
}

/** @param host - with a leading `=` if its subdomains are not meant. */
function matchPattern(host: string): string {
  return host.startsWith('=') ? `*://${host.slice(1)}/*` : `*://*.${host}/*`;
}
