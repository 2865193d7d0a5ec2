/**
 * Compares what the kit sets in addition to the extension's own keys with what the makers of the browsers define.
 *
 * Read on 2026-11-29. Chromium: `components/policy/resources/templates/policy_definitions` (its newest stored versions, such as
 * `DeveloperToolsAvailability.yaml` at 26d100d and `PolicyListMultipleSourceMergeList.yaml` at 9147dda). Edge: Microsoft's policy reference.
 * `TorDisabled`: ProfileManifests at e4b340f. Firefox: `policies-schema.json` of mozilla/policy-templates 8.1, a5e0c6a.
 */
import { type PlistValue, parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { CHROMIUM, CHROMIUM_BROWSERS, FIREFOX } from '../../../utils/deploy/browsers.ts';
import { CHANNELS } from '../../../utils/deploy/channels.ts';
import { fileBytes } from '../../../utils/deploy/kit-file.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';
import { importRegistry, readTree } from './parse-registry.ts';

type Definition = 'texts' | 'object' | 'switch' | readonly (string | number)[];

/** By name: a list of texts, an object, a switch, or the possible values; `{ each }` for lists of named values. */
const CHROMIUM_DEFINES: Record<string, Definition | { each: readonly string[] }> = {
  BrowserAddPersonEnabled: 'switch',
  BrowserGuestModeEnabled: 'switch',
  DeveloperToolsAvailability: [0, 1, 2],
  ExtensionDeveloperModeSettings: [0, 1],
  ExtensionInstallForcelist: 'texts',
  ExtensionInstallTypeBlocklist: { each: ['command_line'] },
  ExtensionSettings: 'object',
  IncognitoModeAvailability: [0, 1, 2],
  MandatoryExtensionsForIncognitoNavigation: 'texts',
  PolicyDictionaryMultipleSourceMergeList: {
    each: [
      'ContentPackManualBehaviorURLs',
      'DeviceLoginScreenPowerManagement',
      'ExtensionSettings',
      'KeyPermissions',
      'PowerManagementIdleSettings',
      'ScreenBrightnessPercent',
      'ScreenLockDelays',
    ],
  },
  PolicyListMultipleSourceMergeList: 'texts',
  URLBlocklist: 'texts',
};

const OWN_NAMES: Record<string, Record<string, string>> = {
  edge: {
    BrowserAddProfileEnabled: 'BrowserAddPersonEnabled',
    InPrivateModeAvailability: 'IncognitoModeAvailability',
    MandatoryExtensionsForInPrivateNavigation: 'MandatoryExtensionsForIncognitoNavigation',
  },
  brave: { TorDisabled: 'BrowserGuestModeEnabled' },
};

const FIREFOX_DEFINES: Record<string, Definition> = {
  BlockAboutConfig: 'switch',
  BlockAboutProfiles: 'switch',
  BlockAboutSupport: 'switch',
  DisableDeveloperTools: 'switch',
  DisableProfileRefresh: 'switch',
  DisableSafeMode: 'switch',
  ExtensionSettings: 'object',
  Preferences: 'object',
  PrivateBrowsingModeAvailability: [0, 1, 2],
  WebsiteFilter: 'object',
};

/** Kits with every related policy, one for each of the two settings for private windows. */
const KITS = (['off', 'extension'] as const).map((privateWindows) =>
  kitOf(
    configOf({
      ...workplace,
      companions: { privateWindows, developerTools: true, urlBlocklist: ['=www.example.com', 'example.org'] },
    }),
  ),
);

function keepsTo(definition: Definition | { each: readonly string[] } | undefined, value: unknown): boolean {
  if (definition === undefined) return false;
  if (definition === 'switch') return typeof value === 'boolean';
  if (definition === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  const texts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (definition === 'texts') return texts;
  if ('each' in definition) return texts && value.every((item) => definition.each.includes(item));
  return definition.includes(value as number);
}

/** @returns names of settings that are unknown, or have a value that the definition does not allow. */
function strangers(
  settings: Record<string, unknown>,
  defines: Record<string, Definition | { each: readonly string[] }>,
  names: Record<string, string> = {},
): string[] {
  return Object.entries(settings)
    .filter(([name]) => name !== '3rdparty' && !name.startsWith('Payload'))
    .filter(([name, value]) => !keepsTo(defines[names[name] ?? name], value))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
}

test('a setting that is unknown or wrong is found', () => {
  expect(strangers({ URLBlocklst: [] }, CHROMIUM_DEFINES)).toHaveLength(1);
  expect(strangers({ IncognitoModeAvailability: 3 }, CHROMIUM_DEFINES)).toHaveLength(1);
  expect(strangers({ BrowserGuestModeEnabled: 0 }, CHROMIUM_DEFINES)).toHaveLength(1);
  expect(strangers({ ExtensionInstallTypeBlocklist: ['webstore'] }, CHROMIUM_DEFINES)).toHaveLength(1);
});

describe.each(CHROMIUM_BROWSERS)('%s', (browser) => {
  const { domain, registry } = CHROMIUM[browser];

  test('Linux and macOS: every setting is one that there is, with a value that it takes', () => {
    for (const kit of KITS) {
      const linux = JSON.parse(kit.get(`linux/${browser}/second-thought.json`)?.text ?? '');
      expect(Object.keys(linux).length).toBeGreaterThan(8);
      expect(strangers(linux, CHROMIUM_DEFINES, OWN_NAMES[browser])).toEqual([]);
      const profile = parsePlist(kit.get(`macos/${browser}.mobileconfig`)?.text ?? '') as Record<
        string,
        PlistValue
      >;
      const payloads = profile.PayloadContent as Record<string, PlistValue>[];
      const own = payloads.find(({ PayloadType }) => PayloadType === domain);
      expect(strangers(own ?? { none: 0 }, CHROMIUM_DEFINES, OWN_NAMES[browser])).toEqual([]);
    }
  });

  test('Windows: the same names and values, switches as 0 and 1', () => {
    for (const kit of KITS) {
      const linux = JSON.parse(kit.get(`linux/${browser}/second-thought.json`)?.text ?? '');
      const file = kit.get(`windows/${browser}.reg`);
      const tree = readTree(
        importRegistry(new Map(), fileBytes(file ?? { text: '', encoding: 'utf-8' })),
        registry,
      );
      const known = new Map(Object.keys(linux).map((name) => [name.toUpperCase(), linux[name]]));
      const settings = Object.entries(tree).filter(([name]) => name.toUpperCase() !== '3RDPARTY');
      expect(settings.length).toBeGreaterThan(5);
      for (const [name, value] of settings) {
        const wanted = known.get(name.toUpperCase());
        const plain = typeof value === 'object' ? Object.values(value as object) : value;
        expect([name, plain]).toEqual([name, typeof wanted === 'boolean' ? Number(wanted) : wanted]);
      }
    }
  });

  test('the installation has the form the list asks for, and only elements that an entry may have', () => {
    const linux = JSON.parse(KITS[0]?.get(`linux/${browser}/second-thought.json`)?.text ?? '');
    for (const entry of linux.ExtensionInstallForcelist)
      expect(entry).toMatch(/^[a-p]{32};(?:https?|file):\/\//);
    for (const [id, entry] of Object.entries<Record<string, string>>(linux.ExtensionSettings)) {
      expect(id).toMatch(/^[a-p]{32}$/);
      expect(entry).toEqual({
        installation_mode: 'force_installed',
        update_url: expect.stringMatching(/^(?:https?|file):\/\//),
        ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
      });
    }
  });
});

test('Firefox: every setting is one that there is, with a value that it takes', () => {
  for (const kit of KITS) {
    const { policies } = JSON.parse(kit.get('firefox/policies.json')?.text ?? '');
    expect(strangers(policies, FIREFOX_DEFINES)).toEqual([]);
    const { EnterprisePoliciesEnabled, ...list } = parsePlist(
      kit.get(`macos/plist/${FIREFOX.domain}.plist`)?.text ?? '',
    ) as Record<string, PlistValue>;
    expect(EnterprisePoliciesEnabled).toBe(true);
    expect(strangers(list, FIREFOX_DEFINES)).toEqual([]);
    expect(Object.keys(policies.WebsiteFilter)).toEqual(['Block']);
    for (const preference of Object.values<Record<string, unknown>>(policies.Preferences)) {
      expect(['default', 'locked', 'user', 'clear']).toContain(preference.Status);
      expect(['number', 'boolean', 'string']).toContain(preference.Type);
    }
    const own = policies.ExtensionSettings[CHANNELS.firefox.id];
    expect(own.installation_mode).toBe('force_installed');
    expect(['navbar', 'menupanel']).toContain(own.default_area);
  }
});
