/** Where each desktop browser looks for its policies, and what it calls them. */

export const CHROMIUM_BROWSERS = ['chrome', 'edge', 'brave', 'chromium'] as const;
export type ChromiumBrowser = (typeof CHROMIUM_BROWSERS)[number];

export const KIT_BROWSERS = [...CHROMIUM_BROWSERS, 'firefox'] as const;
export type KitBrowser = (typeof KIT_BROWSERS)[number];

export const KIT_PLATFORMS = ['windows', 'macos', 'linux', 'google-admin'] as const;
export type KitPlatform = (typeof KIT_PLATFORMS)[number];

/** What differs between the browsers of the Chromium family. Sources: docs/deploy/places.md. */
export interface ChromiumPlaces {
  name: string;
  /** Below `HKEY_LOCAL_MACHINE`. */
  registry: string;
  /** macOS preference domain; the extension's own domain is `<domain>.extensions.<id>`. */
  domain: string;
  /** On Linux, the folder from which the browser reads every `*.json`. */
  linux: string;
  /** Names of policies that differ. */
  names: { privateWindows: string; mandatoryInPrivate: string; addProfile: string };
  /** The property of the extension's entry in `ExtensionSettings` that pins the toolbar button. */
  pin: Readonly<Record<string, string>>;
  /** Page that shows which policies arrived. */
  statusPage: string;
}

const INCOGNITO = {
  privateWindows: 'IncognitoModeAvailability',
  mandatoryInPrivate: 'MandatoryExtensionsForIncognitoNavigation',
  addProfile: 'BrowserAddPersonEnabled',
};

const PINNED = { toolbar_pin: 'force_pinned' };

export const CHROMIUM: Record<ChromiumBrowser, ChromiumPlaces> = {
  chrome: {
    name: 'Google Chrome',
    registry: 'SOFTWARE\\Policies\\Google\\Chrome',
    domain: 'com.google.Chrome',
    linux: '/etc/opt/chrome/policies/managed',
    names: INCOGNITO,
    pin: PINNED,
    statusPage: 'chrome://policy',
  },
  edge: {
    name: 'Microsoft Edge',
    registry: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    domain: 'com.microsoft.Edge',
    linux: '/etc/opt/edge/policies/managed',
    names: {
      privateWindows: 'InPrivateModeAvailability',
      mandatoryInPrivate: 'MandatoryExtensionsForInPrivateNavigation',
      addProfile: 'BrowserAddProfileEnabled',
    },
    pin: { toolbar_state: 'force_shown' },
    statusPage: 'edge://policy',
  },
  brave: {
    name: 'Brave',
    registry: 'SOFTWARE\\Policies\\BraveSoftware\\Brave',
    domain: 'com.brave.Browser',
    linux: '/etc/brave/policies/managed',
    names: INCOGNITO,
    pin: PINNED,
    statusPage: 'brave://policy',
  },
  chromium: {
    name: 'Chromium',
    registry: 'SOFTWARE\\Policies\\Chromium',
    domain: 'org.chromium.Chromium',
    linux: '/etc/chromium/policies/managed',
    names: INCOGNITO,
    pin: PINNED,
    statusPage: 'chrome://policy',
  },
};

export const FIREFOX = {
  name: 'Firefox',
  registry: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
  domain: 'org.mozilla.firefox',
  linux: '/etc/firefox/policies',
  statusPage: 'about:policies',
} as const;

/** @returns the browser's name, as its maker writes it. */
export function browserName(browser: KitBrowser): string {
  return browser === 'firefox' ? FIREFOX.name : CHROMIUM[browser].name;
}
