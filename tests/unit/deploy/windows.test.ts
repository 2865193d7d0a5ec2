/** Tests that the kit's `.reg` files leave an administrator's other policies alone, and that its ADMX templates fit the browsers. */
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { policyKey } from '../../../utils/deploy/admx-file.ts';
import { CHROMIUM, KIT_BROWSERS } from '../../../utils/deploy/browsers.ts';
import { fileBytes } from '../../../utils/deploy/kit-file.ts';
import { hintOf, MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';
import { importRegistry, type Registry, readTree } from './parse-registry.ts';

const config = configOf({
  ...workplace,
  companions: { privateWindows: 'extension', developerTools: true, urlBlocklist: ['listed.example'] },
});
const kit = kitOf(config);
const bytes = (path: string) => fileBytes(kit.get(path) ?? { text: '', encoding: 'utf-8' });

/** What an administrator has set already. It must stay. */
const before: Registry = new Map([
  [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\POLICIES\\GOOGLE\\CHROME',
    new Map([['HomepageLocation', 'https://example.com/']]),
  ],
  [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\POLICIES\\GOOGLE\\CHROME\\EXTENSIONINSTALLFORCELIST',
    new Map([['1', 'aaaabbbbccccddddeeeeffffgggghhhh;https://other.example/']]),
  ],
]);

describe('.reg', () => {
  test('bytes are wrapped where regedit wraps them, so that every editor shows them', () => {
    const lines = (kit.get('windows/chrome.reg')?.text ?? '').split('\r\n');
    const first = lines.findIndex((line) => line.startsWith('"policyStatement"=hex(1):'));
    const last = lines.findIndex((line, index) => index > first && !line.endsWith('\\'));
    expect(last - first).toBeGreaterThan(2);
    for (const line of lines.slice(first, last)) expect(line).toMatch(/^.{75,79}\\$/);
  });

  test('force installation leaves an entry that is already there alone', () => {
    const after = importRegistry(before, bytes('windows/chrome.reg'));
    const list = after.get(
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\POLICIES\\GOOGLE\\CHROME\\EXTENSIONINSTALLFORCELIST',
    );
    expect([...(list?.values() ?? [])]).toEqual([
      'aaaabbbbccccddddeeeeffffgggghhhh;https://other.example/',
      `${config.chromium.id};${config.chromium.updateUrl}`,
    ]);
  });

  test('the related policies have the names of each browser', () => {
    const root = (browser: 'chrome' | 'edge') =>
      readTree(importRegistry(new Map(), bytes(`windows/${browser}.reg`)), CHROMIUM[browser].registry);
    expect(root('chrome')).toMatchObject({
      BrowserGuestModeEnabled: 0,
      BrowserAddPersonEnabled: 0,
      DeveloperToolsAvailability: 0,
      MANDATORYEXTENSIONSFORINCOGNITONAVIGATION: { 7701: config.chromium.id },
      URLBLOCKLIST: { 7701: 'listed.example' },
    });
    expect(root('edge')).toMatchObject({
      BrowserAddProfileEnabled: 0,
      MANDATORYEXTENSIONSFORINPRIVATENAVIGATION: { 7701: config.edge.id },
    });
  });

  test.each(KIT_BROWSERS)('%s: undo takes back everything and nothing else', (browser) => {
    const set = importRegistry(before, bytes(`windows/${browser}.reg`));
    expect(set).not.toEqual(before);
    const undone = importRegistry(set, bytes(`windows/${browser}-undo.reg`));
    const filled = new Map([...undone].filter(([, values]) => values.size > 0));
    expect(filled).toEqual(before);
  });

  test('importing a shorter policy leaves nothing of the longer one', () => {
    const short = kitOf(configOf({ ...workplace, policy: { mode: 'educate' } })).get('windows/chrome.reg');
    const first = importRegistry(new Map(), bytes('windows/chrome.reg'));
    const second = importRegistry(first, fileBytes(short ?? { text: '', encoding: 'utf-8' }));
    expect(readTree(second, policyKey(config, 'chrome'))).toEqual({ mode: 'educate' });
  });
});

test('Firefox’s file warns where it would hide rules that are there already', () => {
  const hidden = /^; CAUTION: .* a value named ExtensionSettings/m;
  const { text, what } = kit.get('windows/firefox.reg') ?? { text: '', what: '' };
  expect(text).toMatch(/^\[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox\\ExtensionSettings\\/m);
  expect(text.slice(0, text.indexOf('[HKEY'))).toMatch(hidden);
  expect(what).toContain('ExtensionSettings');
  const bare = kitOf(
    configOf({ ...workplace, companions: { forceInstall: false, privateWindows: 'unchanged' } }),
  ).get('windows/firefox.reg');
  expect(bare?.text).not.toContain('ExtensionSettings');
  expect(kit.get('windows/chrome.reg')?.text).not.toMatch(hidden);
});

type Node = Record<string, unknown>;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['policy', 'category', 'string', 'presentation', 'item'].includes(name),
});
const parse = (path: string) => parser.parse(kit.get(path)?.text ?? '') as Node;
const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Node | undefined)?.[name], node);

/** Intune accepts no template with a namespace that it already has. */
test('a template for another id is another template; one for the same id is the same, whatever its policy', () => {
  const namespaces = (id: string, more: object = {}) => {
    const files = kitOf(
      configOf({ ...workplace, ...more, chromium: { ...config.chromium, id }, edge: { ...config.edge, id } }),
    );
    return ['chrome', 'edge'].map(
      (browser) =>
        /<target [^>]*namespace="([^"]+)"/.exec(
          files.get(`windows/admx/second-thought-${browser}.admx`)?.text ?? '',
        )?.[1],
    );
  };
  const [one, other] = ['a', 'b'].map((letter) => letter.repeat(32)) as [string, string];
  expect(namespaces(one)).toEqual([
    `SecondThought.Policies.chrome.${one}`,
    `SecondThought.Policies.edge.${one}`,
  ]);
  const changed = { policy: { mode: 'educate', organizationName: 'Other Works' } };
  expect(namespaces(one, changed)).toEqual(namespaces(one));
  expect(new Set([...namespaces(one), ...namespaces(other)]).size).toBe(4);
});

describe.each(KIT_BROWSERS)('ADMX for %s', (browser) => {
  const admx = parse(`windows/admx/second-thought-${browser}.admx`);
  const policies = at(admx, 'policyDefinitions', 'policies', 'policy') as Node[];

  test('every key is a policy that writes where the browser reads', () => {
    expect(policies.map((policy) => policy.name)).toEqual(MANAGED_KEYS);
    for (const policy of policies) {
      const key = policy.name as (typeof MANAGED_KEYS)[number];
      const hint = hintOf(key);
      expect(policy.key).toBe(policyKey(config, browser));
      if (hint.kind === 'switch') {
        expect(policy.valueName).toBe(key);
        expect(at(policy, 'enabledValue', 'decimal', 'value')).toBe('1');
        expect(at(policy, 'disabledValue', 'decimal', 'value')).toBe('0');
      } else if (hint.kind === 'choice') {
        const items = at(policy, 'elements', 'enum', 'item') as Node[];
        const values = items.map((item) => (at(item, 'value', 'string') as unknown[])[0]);
        expect(values).toEqual(hint.choices);
        expect(at(policy, 'elements', 'enum', 'valueName')).toBe(key);
      } else if (hint.kind === 'seconds') {
        expect(at(policy, 'elements', 'decimal')).toMatchObject({
          valueName: key,
          minValue: '0',
          maxValue: '600',
        });
      } else if (['patterns', 'places', 'choices'].includes(hint.kind)) {
        expect(at(policy, 'elements', 'list')).toMatchObject({
          key: `${policyKey(config, browser)}\\${key}`,
          valuePrefix: '',
        });
      } else {
        expect(at(policy, 'elements', 'text', 'valueName')).toBe(key);
        // Windows cuts a text at 1,023 characters if the template sets no length.
        expect(Number(at(policy, 'elements', 'text', 'maxLength'))).toBe(hint.most ?? 1_023);
      }
    }
    const address = policies.find(({ name }) => name === 'policyUrl');
    expect(at(address, 'elements', 'text', 'maxLength')).toBe('2000');
  });

  test.each(['en-US', 'es-ES'])('%s has every word the template uses', (language) => {
    const adml = parse(`windows/admx/${language}/second-thought-${browser}.adml`);
    const resources = at(adml, 'policyDefinitionResources', 'resources');
    const strings = at(resources, 'stringTable', 'string') as Node[];
    const presentations = at(resources, 'presentationTable', 'presentation') as Node[];
    const names = { string: strings.map(({ id }) => id), presentation: presentations.map(({ id }) => id) };
    const asked = [
      ...(kit.get(`windows/admx/second-thought-${browser}.admx`)?.text ?? '').matchAll(
        /\$\((string|presentation)\.(\w+)\)/g,
      ),
    ];
    expect(asked.length).toBeGreaterThan(MANAGED_KEYS.length * 2);
    for (const [, table, id] of asked) expect(names[table as 'string']).toContain(id);
    expect(new Set(names.string).size).toBe(names.string.length);
    for (const { refs } of [{ refs: presentations }]) {
      for (const presentation of refs) {
        const control = Object.values(presentation).find((value) => typeof value === 'object') as Node;
        expect(control.refId).toBe(presentation.id);
      }
    }
  });
});
