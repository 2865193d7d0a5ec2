/** Tests that the Safari build and its worker make no rule that WebKit refuses, and ask for nothing that Safari lacks. */
import { existsSync, readFileSync } from 'node:fs';
import list from 'virtual:compiled-list';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { parseCustomPatterns } from '../../../utils/pattern/custom-pattern.ts';
import { numberRules } from '../../../utils/pattern/dnr.ts';
import type { Recognition } from '../../../utils/pattern/match.ts';
import { RULESETS } from '../../../utils/pattern/registry.ts';
import { passRule, staticRules } from '../../../utils/pattern/rules.ts';
import { destinationFor, targetRules } from '../../../utils/worker/rules/target-rules.ts';
import { refusals } from './webkit-rules.ts';

// The Safari build sets this.
vi.stubEnv('SAFARI', 'true');
const { platform } = await import('../../../utils/worker/platform.ts');
afterAll(() => vi.unstubAllEnvs());

const NOTICE = { path: '/notice.html?c=US&l=en', url: 'safari-web-extension://id/notice.html?c=US&l=en' };
/** Dynamic and session rules together (Safari 16.4 and later). */
const QUOTA = 5_000;

const recognition: Recognition = {
  list,
  selection: {
    tiers: ['core', 'extended', 'broad', 'archives'],
    names: true,
    wrappers: true,
    searches: false,
  },
  blocked: {
    policy: parseCustomPatterns(['policy.example', 'policy.example.org/part/*', 'b\u00fccher.example'])
      .patterns,
    user: parseCustomPatterns(['=exact.user.example', 'user.example/a*b']).patterns,
  },
  allowed: {
    policy: parseCustomPatterns(['fine.example']).patterns,
    user: parseCustomPatterns(['mine.example/a', '=only.mine.example']).patterns,
  },
};

const WAYS = [
  { name: 'educate', access: true, zeroTolerance: false },
  { name: 'zero tolerance', access: true, zeroTolerance: true },
  { name: 'access withheld', access: false, zeroTolerance: false },
];

for (const { name, ...way } of WAYS) {
  test(`the worker asks Safari for nothing it refuses: ${name}`, () => {
    const { rules } = targetRules(recognition, destinationFor(NOTICE, way, platform), platform);
    expect(rules.flatMap(refusals)).toEqual([]);
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.length).toBeLessThan(QUOTA / 2);
    const redirects = rules.filter(({ action }) => action.type === 'redirect').length;
    if (way.access) expect(redirects).toBeGreaterThan(50);
    else expect(redirects).toBe(0);
  });
}

test('a pass needs nothing that Safari refuses', () => {
  expect(platform.tabIds).toBe(false);
  expect(numberRules([passRule('listed.example', null, platform)], 1_000_000).flatMap(refusals)).toEqual([]);
});

test('the check finds what only Chromium accepts', () => {
  const chromium = {
    destination: { kind: 'address', url: NOTICE.url },
    dotted: false,
    initiators: true,
  } as const;
  const found = numberRules(staticRules('core', list, chromium), 1)
    .flatMap(refusals)
    .join('\n');
  for (const reason of ['regexSubstitution', 'initiatorDomains', 'alternatives'])
    expect(found).toContain(reason);
});

const folder = '.output/safari-mv3';
describe.skipIf(!existsSync(folder))('the Safari build', () => {
  const read = <T>(file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T;

  test.each(RULESETS)('contains only rules that Safari takes: %s', (ruleset) => {
    const rules = read<Parameters<typeof refusals>[0][]>(`rules/${ruleset}.json`);
    expect(rules.flatMap(refusals)).toEqual([]);
    // In Safari, the guard covers names, and searches are not covered (docs/safari.md).
    if (ruleset === 'names' || ruleset === 'searches') expect(rules).toEqual([]);
    else expect(rules.length).toBeGreaterThan(1);
  });

  test('requests what a redirect needs there, and nothing that Safari does not know', () => {
    const manifest = read<Record<string, unknown> & { permissions: string[] }>('manifest.json');
    expect(manifest.permissions).toContain('declarativeNetRequestWithHostAccess');
    for (const key of [
      'key',
      'incognito',
      'minimum_chrome_version',
      'storage',
      'browser_specific_settings',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
    expect(JSON.stringify(manifest.web_accessible_resources)).not.toContain('use_dynamic_url');
    expect(existsSync(`${folder}/managed_schema.json`)).toBe(false);
  });
});
