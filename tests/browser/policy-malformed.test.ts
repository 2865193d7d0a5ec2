/** Tests broken policies in the real browser: never less strict, never a crash, always the key by name or "not received". */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage } from '../../scripts/browser/extension/ask.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { MANAGED_KEYS, type ManagedKey } from '../../utils/policy/schema.ts';
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import { type Malformed, malformedPolicies } from '../corpus/malformed-policies.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
};

/**
 * Names of cases in `tests/corpus/malformed-policies.json`, which also has the expected results. The unit tests try each alone. Here,
 * one policy makes several mistakes with different keys, because every policy costs a restart of Firefox.
 */
const POLICIES: readonly (readonly string[])[] = [
  ['mode misspelt', 'a whole top-level domain'],
  ['mode is a number', 'too many patterns', 'a state that does not exist'],
  ['mode is empty', 'delay empty', 'a statement of blanks'],
  [
    'exemptions as a word',
    'delay below zero',
    'one blocked pattern is a number',
    'no tier at all',
    'a place by its name',
    'a statement without end',
    'an address that runs a script',
    'a campaign that ends before it begins',
  ],
  ['delay as text', 'a key misspelt', 'a script in the statement', 'reordering marks in the contact'],
];

/** A case about a key. */
type Case = Malformed & { key: string };

const corpus = malformedPolicies();
const [host = ''] = listedHosts(1);
const profile = temporaryFolder('malformed');
let site: Site;
let managed: KitInstall;
let browser: BrowserSession;

before(async () => {
  managed = kitInstall({ policy: { mode: 'zero-tolerance' } });
  const page = classifieds(() => true);
  site = await startSite((visit, address) => managed.handler(visit, address) ?? page(visit, address));
  browser = await managed.launch({ port: site.port, profile: profile.folder });
  await installed(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  managed?.remove();
  profile.remove();
});

/** Writes the policy with a mark that shows when it has arrived, and waits until it is in force. */
async function takeUp(raw: Record<string, unknown>, mark: string): Promise<EffectiveConfig> {
  managed.deployRaw({ ...raw, assistanceName: mark });
  if (BROWSER === 'firefox') {
    await browser.close();
    browser = await managed.launch({ port: site.port, profile: profile.folder });
  }
  return waitFor(
    `the policy "${mark}"`,
    async () => {
      const now = await effectiveConfig(browser);
      return now?.organization.assistanceName === mark && now;
    },
    30_000,
  );
}

/** Checks that the options page names each key and what arrived. A value that the browser dropped is "not received". */
async function seeOnOptions({ issues, arrived }: EffectiveConfig, cases: readonly Case[]): Promise<void> {
  const tab = await openPage(browser, 'options.html', say.options('policyTable'));
  const { text } = await browser.view(tab);
  const lines = text.split('\n');
  for (const { key, received } of issues) {
    // In laid-out text, several spaces are one.
    const shown = received && `Received: ${received.replace(/\s+/g, ' ')}`;
    const line = lines.find((each) => each.startsWith(`${key}: `) && each.includes(shown));
    assert.ok(line, `"${key}" with "${shown}" is not in:\n${text}`);
  }
  for (const { key } of cases) {
    // An unknown name has no row, and Chromium drops it entirely.
    if (arrived.includes(key) || !MANAGED_KEYS.includes(key as ManagedKey)) continue;
    const row = `[...document.querySelectorAll('tr')].find((row) => row.querySelector('code')?.textContent === ${JSON.stringify(key)})`;
    assert.match(await browser.evaluate<string>(tab, `${row}.textContent`), /not received/);
  }
  await browser.closeTab(tab);
}

for (const [index, names] of POLICIES.entries()) {
  test(`malformed: ${names.join('; ')}`, async () => {
    const cases = names.map((name) => {
      const found = corpus.find((each): each is Case => each.name === name && each.key !== undefined);
      assert.ok(found, `the corpus has no case "${name}"`);
      return found;
    });
    // The first case keeps its own mode: if the mode is the mistake, no other case may overwrite it.
    const raw = Object.assign({}, ...cases.map((each) => each.raw).reverse());
    const effective = await takeUp(raw, `policy ${index}`);

    for (const malformed of cases) {
      const issue = effective.issues.find(
        ({ key, problem }) => key === malformed.key && problem === malformed.problem,
      );
      if (effective.arrived.includes(malformed.key)) {
        assert.equal(issue?.severity, malformed.severity, JSON.stringify(effective.issues));
      } else {
        // Only Chromium drops values. The key is then among those that were not received.
        assert.equal(BROWSER, 'chromium');
        assert.equal(issue, undefined);
      }
    }
    const unusable = cases.some(
      ({ key, mode }) => !mode && (key === 'mode' || effective.arrived.includes(key)),
    );
    assert.equal(effective.mode.value, unusable ? 'zero-tolerance' : 'educate');
    assert.equal(effective.allowUserExemptions.value, false);
    assert.ok(effective.tiers.value.includes('core') && effective.tiers.value.includes('extended'));

    await seeOnOptions(effective, cases);

    site.forget();
    const tab = await browser.newTab();
    await browser.open(tab, `https://${host}/ads`);
    await intercepted(browser, tab, site, host);
    assert.equal(
      await browser.evaluate(tab, 'document.querySelectorAll("main script, main [onerror]").length'),
      0,
    );
    await browser.closeTab(tab);
  });
}
