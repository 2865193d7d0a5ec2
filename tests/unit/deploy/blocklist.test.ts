/** Tests that `=` in front of a host of the block list means only that host, in every file, in each browser's own format. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlistValue, parse as parsePlist } from 'plist';
import { expect, test } from 'vitest';
import { CHROMIUM, CHROMIUM_BROWSERS, FIREFOX } from '../../../utils/deploy/browsers.ts';
import { fileBytes } from '../../../utils/deploy/kit-file.ts';
import { configOf, kitOf, workplace } from './kit-fixture.ts';
import { importRegistry, readTree } from './parse-registry.ts';

const companions = { urlBlocklist: ['=www.example.com', 'example.org', ' =WWW.Example.com '] };
const kit = kitOf(configOf({ ...workplace, companions }));

/** A dot in front means this host without its subdomains (Chromium, "URL blocklist filter format"). */
const CHROMIUM_MEANS = ['.www.example.com', 'example.org'];
/** A match pattern: `*.` means the host and its subdomains (MDN, "Match patterns"). */
const FIREFOX_MEANS = ['*://www.example.com/*', '*://*.example.org/*'];

const text = (path: string) => kit.get(path)?.text ?? '';
const registry = (path: string, key: string) =>
  Object.values(
    readTree(importRegistry(new Map(), fileBytes(kit.get(path) ?? { text: '', encoding: 'utf-8' })), key),
  );

test.each(CHROMIUM_BROWSERS)('%s, on Linux, Windows and macOS', (browser) => {
  const { registry: key, domain } = CHROMIUM[browser];
  expect(JSON.parse(text(`linux/${browser}/second-thought.json`)).URLBlocklist).toEqual(CHROMIUM_MEANS);
  expect(registry(`windows/${browser}.reg`, `${key}\\URLBlocklist`)).toEqual(CHROMIUM_MEANS);
  const profile = parsePlist(text(`macos/${browser}.mobileconfig`)) as Record<string, PlistValue>;
  const payloads = profile.PayloadContent as Record<string, PlistValue>[];
  expect(payloads.find(({ PayloadType }) => PayloadType === domain)?.URLBlocklist).toEqual(CHROMIUM_MEANS);
  expect(parsePlist(text(`macos/plist/${domain}.plist`))).toMatchObject({ URLBlocklist: CHROMIUM_MEANS });
});

test('Firefox, on every system', () => {
  expect(JSON.parse(text('firefox/policies.json')).policies.WebsiteFilter).toEqual({ Block: FIREFOX_MEANS });
  expect(registry('windows/firefox.reg', `${FIREFOX.registry}\\WebsiteFilter\\Block`)).toEqual(FIREFOX_MEANS);
  expect(parsePlist(text(`macos/plist/${FIREFOX.domain}.plist`))).toMatchObject({
    WebsiteFilter: { Block: FIREFOX_MEANS },
  });
});

test('from the command line as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blocklist-'));
  const config = join(folder, 'pilot.json');
  writeFileSync(config, JSON.stringify({ ...workplace, companions }));
  const words = ['scripts/policy/policy.ts', '--config', config, '--out', join(folder, 'kit')];
  const run = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
  const file = readFileSync(join(folder, 'kit/linux/chrome/second-thought.json'), 'utf8');
  expect(JSON.parse(file).URLBlocklist).toEqual(CHROMIUM_MEANS);
  rmSync(folder, { recursive: true });
});
