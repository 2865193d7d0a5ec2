/** Tests that the deploy page's form loses nothing when a file is saved and opened, and names what it has no field for. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIT_BROWSERS, KIT_PLATFORMS } from '../../../utils/deploy/browsers.ts';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { configOfDraft, type Draft, newDraft } from '../../../utils/deploy/draft.ts';
import { PRIVATE_WINDOWS } from '../../../utils/deploy/kit-config.ts';
import { readDraft } from '../../../utils/deploy/read-draft.ts';
import { hintOf, MANAGED_KEYS, type ManagedKey } from '../../../utils/policy/schema.ts';
import { configOf, words } from './kit-fixture.ts';

const GOLDEN = readFileSync('tests/golden/deploy/workplace.json', 'utf8');

function opened(text: string): { draft: Draft; leftOut: { path: string; text: string }[] } {
  const read = readDraft(text, 'en');
  if (!read.ok) throw new Error(read.problem);
  return read;
}

/** What a person may type, right or wrong, as long as the form itself would not change it. */
const line = fc.stringMatching(/^[a-z0-9][a-z0-9 .:/"<>ñ-]{0,20}[a-z0-9]$/);
const typed = (key: ManagedKey) => {
  const { kind } = hintOf(key);
  const lists = ['patterns', 'places', 'choices'];
  if (lists.includes(kind)) return fc.array(line, { maxLength: 4 }).map((items) => items.join('\n'));
  if (kind === 'switch') return fc.constantFrom('', 'true', 'false', 'perhaps');
  if (kind === 'seconds') return fc.constantFrom('', '0', '30', '9999', 'soon');
  return fc.oneof(fc.constant(''), line);
};
const source = fc.record({
  channel: fc.constantFrom('selfHosted', 'chromeWebStore', 'edgeAddons', 'elsewhere'),
  id: fc.oneof(fc.constant(''), line),
  updateUrl: fc.oneof(fc.constant(''), line),
});
const drafts: fc.Arbitrary<Draft> = fc.record({
  language: fc.constantFrom('en', 'es', 'xx'),
  browsers: fc.subarray([...KIT_BROWSERS, 'opera']),
  platforms: fc.subarray([...KIT_PLATFORMS, 'amiga']),
  chromium: source,
  edge: fc.option(source),
  installUrl: fc.oneof(fc.constant(''), line),
  forceInstall: fc.boolean(),
  privateWindows: fc.constantFrom(...PRIVATE_WINDOWS, 'sometimes'),
  profiles: fc.boolean(),
  tampering: fc.boolean(),
  developerTools: fc.boolean(),
  urlBlocklist: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
  policy: fc.record(
    Object.fromEntries(MANAGED_KEYS.map((key) => [key, typed(key)])) as Record<
      ManagedKey,
      fc.Arbitrary<string>
    >,
  ),
});

test('the saved file restores everything in the form, right or wrong', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const { draft: back, leftOut } = opened(JSON.stringify(configOfDraft(draft)));
      expect(leftOut).toEqual([]);
      expect(back).toEqual(draft);
    }),
    { numRuns: 200 },
  );
});

test('a configuration that went through the form makes the same files, byte for byte', () => {
  const through = configOfDraft(opened(GOLDEN).draft);
  expect(deploymentKit(configOf(through), words)).toEqual(deploymentKit(configOf(JSON.parse(GOLDEN)), words));
});

test('a new form lacks nothing but the place of the copy', () => {
  const config = configOfDraft({
    ...newDraft('es'),
    chromium: { channel: 'selfHosted', id: '', updateUrl: 'https://intranet.example.com/update.xml' },
  });
  expect(configOf(config).policy).toEqual({ mode: 'zero-tolerance', audience: 'workplace' });
});

describe('files that are not quite right', () => {
  test.each([
    ['no JSON', '{"policy":', 'importNotJson'],
    ['a list', '[1, 2]', 'importNotConfig'],
    ['a text', '"policy"', 'importNotConfig'],
    ['nothing', 'null', 'importNotConfig'],
  ])('%s is refused whole', (_, text, problem) => {
    expect(readDraft(text, 'en')).toMatchObject({ ok: false, problem });
  });

  test('what has no field is named with its place and what was there; the rest is taken', () => {
    const { draft, leftOut } = opened(
      JSON.stringify({
        polcy: {},
        companions: { forceInstall: 'yes', profiles: false },
        edge: 'store',
        chromium: { channel: 'chromeWebStore', key: 'secret' },
        policy: { mode: 'educate', organisation: 'Acme', policyStatement: { en: 'No' } },
      }),
    );
    expect(leftOut).toEqual([
      { path: 'polcy', text: '{}' },
      { path: 'chromium.key', text: '"secret"' },
      { path: 'edge', text: '"store"' },
      { path: 'companions.forceInstall', text: '"yes"' },
      { path: 'policy.organisation', text: '"Acme"' },
      { path: 'policy.policyStatement', text: '{"en":"No"}' },
    ]);
    expect(draft).toMatchObject({ profiles: false, forceInstall: true });
    expect(draft.chromium.channel).toBe('chromeWebStore');
    expect(draft.policy.mode).toBe('educate');
  });

  test('a wrong value that can be typed is shown in its field', () => {
    const { draft, leftOut } = opened(
      '{"browsers":["chrome","opera"],"policy":{"mode":"strict","continueDelaySeconds":"soon","assistancePhone":5550100}}',
    );
    expect(leftOut).toEqual([]);
    expect(draft.browsers).toEqual(['chrome', 'opera']);
    expect(draft.policy).toMatchObject({
      mode: 'strict',
      continueDelaySeconds: 'soon',
      assistancePhone: '5550100',
    });
  });

  test('names from the prototype are no settings', () => {
    const { leftOut } = opened('{"policy":{"constructor":"x","__proto__":{"a":1}},"toString":1}');
    expect(leftOut.map(({ path }) => path).sort()).toEqual([
      'policy.__proto__',
      'policy.constructor',
      'toString',
    ]);
  });
});
