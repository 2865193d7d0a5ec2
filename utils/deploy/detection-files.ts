/**
 * Makes the scripts that tell an administrator whether a device is protected: whether the extension is installed, in which version,
 * and whether its policy is present. No script reads a browsing history.
 */
import { browserName, CHROMIUM, type ChromiumBrowser, FIREFOX, type KitBrowser } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, sourceFor } from './kit-config.ts';
import { linuxPath } from './linux-files.ts';

/** Where each browser keeps its profiles, below a user's folder. */
const PROFILES: Record<KitBrowser, { windows: string; macos: string; linux: string }> = {
  chrome: {
    windows: 'AppData\\Local\\Google\\Chrome\\User Data',
    macos: 'Library/Application Support/Google/Chrome',
    linux: '.config/google-chrome',
  },
  edge: {
    windows: 'AppData\\Local\\Microsoft\\Edge\\User Data',
    macos: 'Library/Application Support/Microsoft Edge',
    linux: '.config/microsoft-edge',
  },
  brave: {
    windows: 'AppData\\Local\\BraveSoftware\\Brave-Browser\\User Data',
    macos: 'Library/Application Support/BraveSoftware/Brave-Browser',
    linux: '.config/BraveSoftware/Brave-Browser',
  },
  chromium: {
    windows: 'AppData\\Local\\Chromium\\User Data',
    macos: 'Library/Application Support/Chromium',
    linux: '.config/chromium',
  },
  firefox: {
    windows: 'AppData\\Roaming\\Mozilla\\Firefox\\Profiles',
    macos: 'Library/Application Support/Firefox/Profiles',
    linux: '.mozilla/firefox',
  },
};

/** Firefox from the Microsoft Store, which reads the same policies in the registry. */
const STORE_FIREFOX_PROFILES =
  'AppData\\Local\\Packages\\Mozilla.Firefox_*\\LocalCache\\Roaming\\Mozilla\\Firefox\\Profiles';

/** Firefox 147 and later on Linux keep new profiles in the first of these folders; the snap has a home of its own. */
const FURTHER_FIREFOX_PROFILES = ['.config/mozilla/firefox', 'snap/firefox/common/.mozilla/firefox'];

function idIn(config: KitConfig, browser: KitBrowser): string {
  return browser === 'firefox' ? CHANNELS.firefox.id : sourceFor(config, browser).id;
}

/**
 * @returns a POSIX shell script for macOS or Linux. It prints one line, such as `installed=0.1.0 policy=yes`, and exits with 0 if
 *   both are present, otherwise with 1. With `--jamf` it prints the line inside `<result>`, as a Jamf extension attribute needs it.
 *   It reads names of folders and, for Firefox, the list of add-ons. Run it as root, so that it can read every account.
 */
export function detectionScript(config: KitConfig, browser: KitBrowser, platform: 'macos' | 'linux'): string {
  const mac = platform === 'macos';
  const id = idIn(config, browser);
  const policy =
    browser === 'firefox'
      ? mac
        ? `/Library/Managed Preferences/${FIREFOX.domain}.plist`
        : `${FIREFOX.linux}/policies.json`
      : mac
        ? `/Library/Managed Preferences/${CHROMIUM[browser].domain}.extensions.${id}.plist`
        : linuxPath(browser);
  const look =
    browser === 'firefox'
      ? [
          `  for list in ${['$profiles', ...(mac ? [] : FURTHER_FIREFOX_PROFILES)].map((path) => `"$home/${path}"/*/extensions.json`).join(' ')}; do`,
          '    [ -f "$list" ] || continue',
          `    found=$(tr ',{' '\\n\\n' < "$list" | awk -v own="\\"id\\":\\"$id\\"" 'index($0, own) { seen = 1 } seen && /^"version":/ { version = $0; sub(/.*:"/, "", version); sub(/".*/, "", version) } seen && /^"active":/ { if (/true/) print version; exit }')`,
          '    [ -z "$found" ] || installed=$found',
          '  done',
        ]
      : [
          '  for version in "$home/$profiles"/*/Extensions/"$id"/*/; do',
          '    [ -d "$version" ] || continue',
          '    installed=$(basename "$version" | sed "s/_[0-9]*$//")',
          '  done',
        ];
  return [
    '#!/bin/sh',
    `# Second Thought in ${browserName(browser)}: installed, version, policy. It reads no history.`,
    'set -u',
    `id='${id}'`,
    `profiles='${PROFILES[browser][platform]}'`,
    `policy='${policy}'`,
    'installed=no',
    `for home in ${mac ? '/Users/*' : '/home/* /root'}; do`,
    ...look,
    'done',
    'present=no',
    browser === 'firefox' || !mac
      ? 'if [ -f "$policy" ] && grep -q "$id" "$policy"; then present=yes; fi'
      : 'if [ -f "$policy" ]; then present=yes; fi',
    'line="installed=$installed policy=$present"',
    'if [ $# -gt 0 ] && [ "$1" = --jamf ]; then echo "<result>$line</result>"; exit 0; fi',
    'echo "$line"',
    '[ "$installed" != no ] && [ "$present" = yes ]',
    '',
  ].join('\n');
}

/**
 * @returns a PowerShell script for an Intune remediation (the detection half) or any other tool. It prints one line and exits with 0
 *   if extension and policy are present, otherwise with 1. Run it as SYSTEM.
 */
export function detectionPowerShell(config: KitConfig, browser: KitBrowser): string {
  const id = idIn(config, browser);
  const key =
    browser === 'firefox'
      ? `${FIREFOX.registry}\\3rdparty\\Extensions\\${id}`
      : `${CHROMIUM[browser].registry}\\3rdparty\\extensions\\${id}\\policy`;
  const profiles = PROFILES[browser].windows;
  const look =
    browser === 'firefox'
      ? [
          `$lists = Get-ChildItem -Path ${[profiles, STORE_FIREFOX_PROFILES].map((path) => `"$env:SystemDrive\\Users\\*\\${path}\\*\\extensions.json"`).join(', ')} -ErrorAction SilentlyContinue`,
          'foreach ($list in $lists) {',
          '  $addons = (Get-Content -Raw -Encoding UTF8 $list.FullName | ConvertFrom-Json).addons',
          `  $found = $addons | Where-Object { $_.id -eq '${id}' -and $_.active }`,
          '  if ($found) { $installed = $found.version }',
          '}',
        ]
      : [
          `$folders = Get-ChildItem -Directory -Path "$env:SystemDrive\\Users\\*\\${profiles}\\*\\Extensions\\${id}\\*" -ErrorAction SilentlyContinue`,
          "foreach ($folder in $folders) { $installed = $folder.Name -replace '_\\d+$', '' }",
        ];
  return [
    `# Second Thought in ${browserName(browser)}: installed, version, policy. It reads no history.`,
    "$installed = 'no'",
    ...look,
    `$policy = if (Test-Path 'HKLM:\\${key}') { 'yes' } else { 'no' }`,
    'Write-Output "installed=$installed policy=$policy"',
    "if ($installed -ne 'no' -and $policy -eq 'yes') { exit 0 } else { exit 1 }",
    '',
  ].join('\r\n');
}

/** @returns an osquery query pack (JSON): which accounts have the extension, in which version, and whether its policy is present. */
export function osqueryPack(config: KitConfig): string {
  const day = 86_400;
  const chromium = config.browsers.filter((browser): browser is ChromiumBrowser => browser !== 'firefox');
  const ids = [...new Set(chromium.map((browser) => `'${idIn(config, browser)}'`))].join(', ');
  const queries: Record<string, object> = {};
  const add = (name: string, query: string, description: string, platform?: string) => {
    queries[`second_thought_${name}`] = { query, interval: day, description, ...(platform && { platform }) };
  };
  if (chromium.length > 0) {
    add(
      'chromium',
      `SELECT u.username, e.browser_type, e.profile, e.version, e.state FROM users u CROSS JOIN chrome_extensions e USING (uid) WHERE e.identifier IN (${ids});`,
      'Accounts whose Chromium browser has the extension.',
    );
    add(
      'chromium_policy_windows',
      `SELECT path FROM registry WHERE ${chromium
        .map(
          (browser) =>
            `key = 'HKEY_LOCAL_MACHINE\\${CHROMIUM[browser].registry}\\3rdparty\\extensions\\${idIn(config, browser)}\\policy'`,
        )
        .join(' OR ')};`,
      'The managed keys in the registry.',
      'windows',
    );
    add(
      'chromium_policy_linux',
      `SELECT path, mtime FROM file WHERE path IN (${chromium.map((browser) => `'${linuxPath(browser)}'`).join(', ')});`,
      'The policy files.',
      'linux',
    );
    add(
      'chromium_policy_macos',
      `SELECT path, mtime FROM file WHERE path IN (${chromium
        .map(
          (browser) =>
            `'/Library/Managed Preferences/${CHROMIUM[browser].domain}.extensions.${idIn(config, browser)}.plist'`,
        )
        .join(', ')});`,
      'The managed preferences.',
      'darwin',
    );
  }
  if (config.browsers.includes('firefox')) {
    add(
      'firefox',
      `SELECT u.username, a.version, a.active FROM users u CROSS JOIN firefox_addons a USING (uid) WHERE a.identifier = '${CHANNELS.firefox.id}';`,
      'Accounts whose Firefox has the extension.',
    );
    // On Linux osquery cannot look into policies.json, and the file alone may be somebody else's.
    add(
      'firefox_policy_windows',
      `SELECT path FROM registry WHERE key = 'HKEY_LOCAL_MACHINE\\${FIREFOX.registry}\\3rdparty\\Extensions\\${CHANNELS.firefox.id}';`,
      'The managed keys in the registry.',
      'windows',
    );
    add(
      'firefox_policy_macos',
      `SELECT subkey FROM plist WHERE path = '/Library/Managed Preferences/${FIREFOX.domain}.plist' AND key = '3rdparty' AND subkey LIKE '%${CHANNELS.firefox.id}%';`,
      'The managed preferences.',
      'darwin',
    );
  }
  return `${JSON.stringify({ queries }, null, 2)}\n`;
}
