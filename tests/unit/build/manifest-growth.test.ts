/** Tests that no browser's manifest asks for more than the last release did, and that every way to ask for more is noticed. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askedInAddition } from '../../../scripts/build/assert-manifest.ts';
import { manifest } from '../../../scripts/build/manifest.ts';
import { manifestGrowth } from '../../../scripts/build/manifest-growth.ts';
import { keptManifest, lastRelease } from '../../../scripts/release/kept-releases.ts';

describe.each(['chrome', 'edge', 'firefox', 'safari'])('%s', (target) => {
  const before = keptManifest(lastRelease(), target);

  test('requests no more than the last release did', () => {
    expect(askedInAddition(target, manifest(target))).toEqual([]);
  });

  const file = `.output/${target}-mv3/manifest.json`;
  test.skipIf(!existsSync(file))('the build asks for no more either', () => {
    const now = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(askedInAddition(target, now)).toEqual([]);
  });

  const policy = (from: string, to: string) => {
    const { extension_pages } = before.content_security_policy as { extension_pages: string };
    const changed = extension_pages.replace(from, to);
    expect(changed).not.toBe(extension_pages);
    return { content_security_policy: { extension_pages: changed } };
  };
  const page = { resources: ['notice.html'], matches: ['<all_urls>'] };
  test.each<[string, () => object]>([
    ['a permission', () => ({ permissions: [...(before.permissions as string[]), 'tabs'] })],
    ['an optional permission', () => ({ optional_permissions: ['history'] })],
    ['a host', () => ({ host_permissions: ['<all_urls>', 'file:///*'] })],
    ['an optional host', () => ({ optional_host_permissions: ['*://*/*'] })],
    [
      'a content script on every page',
      () => ({ content_scripts: [{ matches: ['<all_urls>'], js: ['guard.js'] }] }),
    ],
    [
      'another page for the web',
      () => ({ web_accessible_resources: [{ ...page, resources: ['options.html'] }] }),
    ],
    [
      'the notice for another extension',
      () => ({ web_accessible_resources: [{ ...page, extension_ids: ['*'] }] }),
    ],
    [
      'web pages that may send messages',
      () => ({ externally_connectable: { matches: ['https://a.example/*'] } }),
    ],
    ['a page in the developer tools', () => ({ devtools_page: 'devtools.html' })],
    ['requests to elsewhere', () => policy("connect-src 'none'", 'connect-src https:')],
    ['code from text', () => policy("script-src 'self'", "script-src 'self' 'unsafe-eval'")],
    ['a directive that is gone', () => policy(" frame-ancestors 'none'", '')],
    ['a default that is gone', () => policy("default-src 'none';", '')],
    ['no policy at all', () => ({ content_security_policy: undefined })],
    [
      'data that is collected',
      () => ({
        browser_specific_settings: {
          gecko: { data_collection_permissions: { required: ['browsingActivity'] } },
        },
      }),
    ],
  ])('%s is found', (_, more) => {
    expect(manifestGrowth(before, { ...before, ...more() })).not.toEqual([]);
  });

  test('less is no growth', () => {
    const less = { permissions: ['storage'], host_permissions: [], web_accessible_resources: [] };
    expect(manifestGrowth(before, { ...before, ...less })).toEqual([]);
  });
});

test('a notice at a fixed address, where it had a changing one, is found', () => {
  const before = keptManifest(lastRelease(), 'chrome');
  const web_accessible_resources = [{ resources: ['notice.html'], matches: ['<all_urls>'] }];
  expect(manifestGrowth(before, { ...before, web_accessible_resources })).toEqual([
    'web_accessible_resources: notice.html for <all_urls> at a fixed address',
  ]);
});
