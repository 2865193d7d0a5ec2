/** Tests that every file of the kit, read as its platform reads it, delivers the policy that the administrator wrote. */
import fc from 'fast-check';
import { type PlistValue, parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { CHROMIUM, CHROMIUM_BROWSERS } from '../../../utils/deploy/browsers.ts';
import { CHANNELS } from '../../../utils/deploy/channels.ts';
import { findPolicies } from '../../../utils/deploy/find-policy.ts';
import { fileBytes, type KitFile } from '../../../utils/deploy/kit-file.ts';
import { hintOf, MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import { validatePolicy } from '../../../utils/policy/validate.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';
import { importRegistry, readTree } from './parse-registry.ts';

const ID = CHANNELS.selfHosted.id;
const everything = Object.fromEntries(MANAGED_KEYS.map((key) => [key, hintOf(key).example]));

function text(files: Map<string, KitFile>, path: string): KitFile {
  const file = files.get(path);
  if (!file) throw new Error(`${path} is not in the kit`);
  return file;
}

/** Restores the case of keys, because registry names ignore case. The extension's validator accepts any. */
function keysAsWritten(tree: object): Record<string, unknown> {
  const names = new Map(MANAGED_KEYS.map((key) => [key.toUpperCase(), key as string]));
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [names.get(name.toUpperCase()) ?? name, value]),
  );
}

/** Replaces Windows line breaks, which registry texts have. */
function withPlainBreaks(policy: unknown): unknown {
  return JSON.parse(JSON.stringify(policy).replaceAll('\\r\\n', '\\n'));
}

/** @returns what each file of a kit would put into `storage.managed`, by path. */
function deliveries(files: Map<string, KitFile>): [string, unknown][] {
  const found: [string, unknown][] = [];
  for (const browser of CHROMIUM_BROWSERS) {
    const registry = importRegistry(new Map(), fileBytes(text(files, `windows/${browser}.reg`)));
    const tree = readTree(registry, `${CHROMIUM[browser].registry}\\3rdparty\\extensions\\${ID}\\policy`);
    found.push([`windows/${browser}.reg`, keysAsWritten(tree)]);

    const profile = parsePlist(text(files, `macos/${browser}.mobileconfig`).text) as Record<
      string,
      PlistValue
    >;
    const payloads = profile.PayloadContent as Record<string, PlistValue>[];
    const own = payloads.find(
      (payload) => payload.PayloadType === `${CHROMIUM[browser].domain}.extensions.${ID}`,
    );
    found.push([`macos/${browser}.mobileconfig`, withoutPayloadKeys(own)]);

    const json = findPolicies(JSON.parse(text(files, `linux/${browser}/second-thought.json`).text));
    expect(json).toMatchObject([{ shape: 'chromium', id: ID, problems: [] }]);
    found.push([`linux/${browser}`, json[0]?.raw]);
  }
  const registry = importRegistry(new Map(), fileBytes(text(files, 'windows/firefox.reg')));
  const tree = readTree(
    registry,
    `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${CHANNELS.firefox.id}`,
  );
  found.push(['windows/firefox.reg', keysAsWritten(tree)]);
  const json = findPolicies(JSON.parse(text(files, 'firefox/policies.json').text));
  expect(json).toMatchObject([{ shape: 'firefox', problems: [] }]);
  found.push(['firefox/policies.json', json[0]?.raw]);
  const google = findPolicies(JSON.parse(text(files, 'google-admin/policy-for-extensions.json').text));
  found.push(['google-admin', google[0]?.raw ?? {}]);
  return found;
}

/** Leaves out what an MDM adds. It is not delivered as a managed key: Chromium drops names that are not in the schema. */
function withoutPayloadKeys(payload: object | undefined): Record<string, unknown> {
  const entries = Object.entries(payload ?? {});
  return Object.fromEntries(entries.filter(([name]) => !name.startsWith('Payload')));
}

/** Expects every file to deliver what the configuration means, with nothing for the devices to repair. */
function expectSame(policy: Record<string, unknown>): void {
  const config = configOf({ ...workplace, policy });
  const wanted = validatePolicy(policy).policy;
  const left = validatePolicy(config.policy).issues.map((issue) => issue.problem);
  for (const repair of left) expect(['markup', 'campaignIncomplete']).toContain(repair);
  for (const [path, raw] of deliveries(kitOf(config))) {
    const arrived = validatePolicy(raw);
    expect(
      arrived.issues.map((issue) => issue.problem),
      path,
    ).toEqual(left);
    expect(withPlainBreaks(arrived.policy), path).toEqual(withPlainBreaks(wanted));
  }
}

describe('what is meant arrives, from every file', () => {
  test('the workplace policy', () => expectSame(workplace.policy));
  test('every key there is', () => expectSame(everything));

  test('texts of any kind, and any selection of keys', () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(fc.subarray(MANAGED_KEYS), words, words, (keys, name, statement) => {
        const policy = Object.fromEntries(keys.map((key) => [key, everything[key]]));
        expectSame({ ...policy, organizationName: name, policyStatement: `a\n${statement}` });
      }),
      { numRuns: 60 },
    );
  });
});

test('Firefox on macOS: both parts in one forced preference domain', () => {
  const profile = parsePlist(text(kitOf(configOf(workplace)), 'macos/firefox.mobileconfig').text);
  const settings = JSON.parse(JSON.stringify(profile)).PayloadContent[0].PayloadContent['org.mozilla.firefox']
    .Forced[0].mcx_preference_settings;
  expect(settings.EnterprisePoliciesEnabled).toBe(true);
  expect(settings.ExtensionSettings[CHANNELS.firefox.id].private_browsing).toBe(true);
  const own = settings['3rdparty'].Extensions[CHANNELS.firefox.id];
  expect(validatePolicy(own).policy).toEqual(validatePolicy(workplace.policy).policy);
});

test('a profile made again has the same identifiers, and no two payloads share one', () => {
  const first = kitOf(configOf(workplace));
  const again = kitOf(configOf({ ...workplace, policy: { mode: 'educate' } }));
  const uuids = [...first.values()].flatMap((file) =>
    file.path.endsWith('.mobileconfig')
      ? [...file.text.matchAll(/PayloadUUID<\/key>\s*<string>([^<]+)/g)]
      : [],
  );
  const values = uuids.map((match) => match[1] ?? '');
  expect(values.length).toBe(14);
  expect(new Set(values).size).toBe(values.length);
  for (const value of values) {
    expect(value).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
    expect([...again.values()].some((file) => file.text.includes(value))).toBe(true);
  }
});
