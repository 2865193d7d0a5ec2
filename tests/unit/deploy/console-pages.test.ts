/**
 * Tests the pages in docs/deploy for consoles that were never available for a test: each says so, and names only files that the kit
 * makes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configOf, kitOf, workplace } from './kit-fixture.ts';

const CONSOLES = [
  'edge-android',
  'google-admin',
  'group-policy',
  'intune',
  'jamf',
  'kandji',
  'workspace-one',
] as const;
/** The files to which a console's page leads an administrator. Edge for Android uses none of the kit's. */
const FILES_OF: Record<(typeof CONSOLES)[number], string[]> = {
  'edge-android': [],
  'google-admin': ['google-admin/policy-for-extensions.json'],
  'group-policy': ['windows/admx/second-thought-*.admx', 'windows/chrome.reg'],
  intune: ['detect/windows-chrome.ps1', 'macos/chrome.mobileconfig', 'macos/plist/DOMAIN.plist'],
  jamf: ['macos/jamf/', 'macos/plist/DOMAIN.plist', 'detect/macos-chrome.sh'],
  kandji: ['macos/chrome.mobileconfig', 'macos/firefox.mobileconfig', 'detect/macos-chrome.sh'],
  'workspace-one': [
    'macos/chrome.mobileconfig',
    'windows/chrome.reg',
    'detect/macos-chrome.sh',
    'detect/windows-chrome.ps1',
  ],
};

const made = [...kitOf(configOf(workplace)).keys()];
const page = (name: string) => readFileSync(`docs/deploy/${name}.md`, 'utf8');
const FOLDERS = [...new Set(made.flatMap((path) => (path.includes('/') ? [path.split('/')[0]] : [])))];
/** A path in the kit, such as `macos/plist/DOMAIN.plist`. Words in capitals and stars are placeholders. */
const NAMED = new RegExp(`\`((?:kit/)?(?:${FOLDERS.join('|')})/[^\`\\s]*)\``, 'g');

function isMade(named: string): boolean {
  const pattern = named
    .replace(/^kit\//, '')
    .replace(/[.+?^$(){}|[\]\\]/g, '\\$&')
    .replace(/\*|\b[A-Z]{2,}\b/g, '[^/]+');
  return made.some((path) => new RegExp(`^${pattern}${named.endsWith('/') ? '' : '$'}`).test(path));
}

test('the start page leads to every page, and to the console’s own', () => {
  const start = page('../deployment');
  for (const file of readdirSync('docs/deploy').filter((name) => name.endsWith('.md')))
    expect(start, file).toContain(`(deploy/${file})`);
});

describe.each(CONSOLES)('%s', (name) => {
  test('says at its top that nobody has tried it, with the day of its facts', () => {
    const [, first = ''] = page(name).split(/\n\n/);
    expect(first).toMatch(/^\*Untried\*/);
  });

  test('has click paths and names the files to use', () => {
    expect(page(name)).toMatch(/\*[A-Z][^*]+\*, \*[A-Z]/);
    for (const file of FILES_OF[name]) expect(page(name)).toContain(`\`${file}\``);
  });
});

test('every file of the kit that a page names is made', () => {
  const names = ['../deployment', ...readdirSync('docs/deploy').map((file) => file.replace(/\.md$/, ''))];
  const named = names.flatMap((name) => [...page(name).matchAll(NAMED)].map(([, path = '']) => path));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !isMade(path))).toEqual([]);
  expect(isMade('macos/none.mobileconfig')).toBe(false);
});
