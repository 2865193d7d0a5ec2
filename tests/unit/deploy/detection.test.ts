/** Tests the scripts that report whether a device is protected, on made-up devices, and the forms that consoles accept. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'plist';
import { afterAll, describe, expect, test } from 'vitest';
import { MANAGED_KEYS } from '../../../utils/policy/schema.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';

const kit = kitOf(configOf(workplace));
const config = configOf(workplace);
const text = (path: string) => kit.get(path)?.text ?? '';
const folder = mkdtempSync(join(tmpdir(), 'detect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script on a device whose root directory is a folder. */
function detect(path: string, device: string, ...words: string[]) {
  const root = join(folder, device);
  const script = text(path)
    .replace(/\/home\/\* \/root|\/Users\/\*/, `${root}/home/*`)
    .replace("policy='", `policy='${root}`);
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', ...words], { encoding: 'utf8' });
  return { status, stdout };
}

function put(device: string, path: string, content: string): void {
  const file = join(folder, device, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const { id } = config.chromium;
put('whole', `home/ann/.config/google-chrome/Default/Extensions/${id}/0.1.0_0/manifest.json`, '{}');
put('whole', 'etc/opt/chrome/policies/managed/second-thought.json', text('linux/chrome/second-thought.json'));
put(
  'whole',
  'home/ann/.mozilla/firefox/x.default/extensions.json',
  JSON.stringify({
    addons: [
      { id: 'other@x', version: '9', active: true },
      { id: 'second-thought@second-thought', syncGUID: '{a}', version: '0.1.0', active: true },
    ],
  }),
);
put('whole', 'etc/firefox/policies/policies.json', text('firefox/policies.json'));
put('bare', 'home/bob/.config/google-chrome/Default/Extensions/other/1.0_0/manifest.json', '{}');
put('bare', 'etc/firefox/policies/policies.json', '{"policies":{}}');

describe('the script', () => {
  test.each(['linux-chrome', 'linux-firefox'])('%s says what is there', (name) => {
    const path = `detect/${name}.sh`;
    expect(detect(path, 'whole')).toEqual({ status: 0, stdout: 'installed=0.1.0 policy=yes\n' });
    expect(detect(path, 'bare')).toEqual({ status: 1, stdout: 'installed=no policy=no\n' });
    expect(detect(path, 'nobody')).toEqual({ status: 1, stdout: 'installed=no policy=no\n' });
    expect(detect(path, 'bare', '--jamf')).toEqual({
      status: 0,
      stdout: '<result>installed=no policy=no</result>\n',
    });
  });

  test.each(['.config/mozilla/firefox', 'snap/firefox/common/.mozilla/firefox'])(
    'finds a profile of Firefox in ~/%s',
    (profiles) => {
      const device = profiles.replaceAll('/', '-');
      const addons = [{ id: 'second-thought@second-thought', version: '0.1.0', active: true }];
      put(device, `home/eve/${profiles}/x.default/extensions.json`, JSON.stringify({ addons }));
      put(device, 'etc/firefox/policies/policies.json', text('firefox/policies.json'));
      expect(detect('detect/linux-firefox.sh', device)).toEqual({
        status: 0,
        stdout: 'installed=0.1.0 policy=yes\n',
      });
    },
  );

  test('counts an add-on of Firefox that is switched off as not installed', () => {
    const addons = [
      { id: 'second-thought@second-thought', version: '0.1.0', active: false },
      { id: 'other@x', version: '9', active: true },
    ];
    put('off', 'home/eve/.mozilla/firefox/x.default/extensions.json', JSON.stringify({ addons }));
    put('off', 'etc/firefox/policies/policies.json', text('firefox/policies.json'));
    expect(detect('detect/linux-firefox.sh', 'off')).toEqual({
      status: 1,
      stdout: 'installed=no policy=yes\n',
    });
  });

  test('on macOS and Windows asks the places where those keep things', () => {
    expect(spawnSync('sh', ['-n'], { input: text('detect/macos-chrome.sh') }).status).toBe(0);
    expect(text('detect/macos-chrome.sh')).toContain(
      `/Library/Managed Preferences/com.google.Chrome.extensions.${id}.plist`,
    );
    expect(text('detect/windows-edge.ps1')).toContain(
      `HKLM:\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${config.edge.id}\\policy`,
    );
    expect(text('detect/windows-firefox.ps1')).toContain('\\Mozilla.Firefox_*\\LocalCache\\');
  });

  test('none of them reads a history', () => {
    for (const [path, file] of kit) {
      if (path.startsWith('detect/'))
        expect(file.text, path).not.toMatch(/History|places\.sqlite|Cookies|visits/);
    }
  });
});

test('the osquery pack queries the tables of extensions and policies, once a day', () => {
  const { queries } = JSON.parse(text('detect/osquery-pack.conf')) as {
    queries: Record<string, { query: string; interval: number }>;
  };
  const tables = Object.values(queries).flatMap(({ query }) =>
    [...query.matchAll(/(?:FROM|JOIN) (\w+)/g)].map(([, name]) => name),
  );
  expect([...new Set(tables)].sort()).toEqual([
    'chrome_extensions',
    'file',
    'firefox_addons',
    'plist',
    'registry',
    'users',
  ]);
  const names = (browser: string) => Object.keys(queries).filter((name) => name.includes(browser));
  expect(names('chromium_policy')).toHaveLength(3);
  expect(names('firefox_policy')).toEqual([
    'second_thought_firefox_policy_windows',
    'second_thought_firefox_policy_macos',
  ]);
  for (const { interval, query } of Object.values(queries)) {
    expect(interval).toBe(86_400);
    expect(query.match(/;/g)).toHaveLength(1);
  }
});

describe('for Jamf and its kind', () => {
  const domain = `com.google.Chrome.extensions.${id}`;

  test('the schema has every key, in order, with its type', () => {
    const schema = JSON.parse(text(`macos/jamf/${domain}.json`)) as {
      properties: Record<
        string,
        { type: string; property_order: number; title: string; description: string }
      >;
    };
    expect(Object.keys(schema.properties)).toEqual(MANAGED_KEYS);
    for (const { title, description, type } of Object.values(schema.properties)) {
      expect(['string', 'boolean', 'integer', 'array']).toContain(type);
      expect(title && description).toBeTruthy();
    }
  });

  test('the bare lists contain what the profile contains', () => {
    const profile = parse(text('macos/chrome.mobileconfig')) as {
      PayloadContent: Record<string, unknown>[];
    };
    for (const content of profile.PayloadContent) {
      const own = Object.entries(content).filter(([name]) => !name.startsWith('Payload'));
      expect(parse(text(`macos/plist/${content.PayloadType}.plist`))).toEqual(Object.fromEntries(own));
    }
    expect(parse(text('macos/plist/org.mozilla.firefox.plist'))).toMatchObject({
      EnterprisePoliciesEnabled: true,
    });
  });
});
