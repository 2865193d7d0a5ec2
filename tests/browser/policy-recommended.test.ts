/**
 * Tests Chromium's recommended policies, which a person may overrule: the browser gives none of them to an extension. Firefox has no such
 * level.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openPage } from '../../scripts/browser/extension/ask.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { effectiveConfig } from './harness/effective-config.ts';
import { installed } from './harness/installed.ts';
import { noWayThrough } from './harness/no-way-through.ts';
import { policyRows } from './harness/policy-rows.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
};

const [host = ''] = listedHosts(1);
const address = `https://${host}/ads`;
/** Less strict than a forced copy without keys, so that it would be noticed if it arrived. */
const LOOSE = { mode: 'educate', organizationName: 'Example Works', allowUserExemptions: true };
/** Another policy in the same file. Once the browser shows it, it has read the file. */
const WITNESS = 'HomepageLocation';
/** Chromium checks its policy files about every five seconds. */
const CHANGE_LIMIT = 30_000;

// All tests need the one browser, so none runs without it.
const inChromium = BROWSER === 'chromium' ? test : () => undefined;

let site: Site;
let kit: KitInstall;
let browser: BrowserSession;

if (BROWSER === 'chromium') {
  before(async () => {
    kit = kitInstall({ policy: {} });
    kit.recommend(LOOSE, { [WITNESS]: 'https://home.test/' });
    const page = classifieds(() => true);
    site = await startSite((visit, asked) => kit.handler(visit, asked) ?? page(visit, asked));
    browser = await kit.launch({ port: site.port });
    await installed(browser);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    kit?.remove();
  });
  beforeEach(() => site.forget());
}

/** Waits until the browser says that it has read the recommended file. */
async function fileRead(): Promise<void> {
  const tab = await browser.newTab();
  await browser.open(tab, 'chrome://policy/');
  await waitFor(
    'the browser’s word that the policy is recommended',
    async () => {
      const rows = await policyRows(browser, tab);
      if (rows[WITNESS]?.level === 'Recommended') return true;
      throw new Error(JSON.stringify(rows).slice(0, 2_000));
    },
    CHANGE_LIMIT,
  );
  await browser.closeTab(tab);
}

inChromium(
  'keys at the recommended level never arrive: no organization, and a forced copy stays in zero tolerance',
  async () => {
    await fileRead();
    assert.deepEqual(await browser.inExtension('chrome.storage.managed.get()'), {});
    const now = await waitFor('the worker', () => effectiveConfig(browser));
    assert.deepEqual([now.arrived, now.organization.name, now.issues], [[], undefined, []]);
    assert.deepEqual(now.mode, { value: 'zero-tolerance', from: 'policy' });

    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, host);
    await noWayThrough(browser, tab, address);
    await browser.closeTab(tab);
  },
);

inChromium('the settings page says of each key that nothing was received', async () => {
  const tab = await openPage(browser, 'options.html', say.options('policyTable'));
  assert.ok(!(await browser.view(tab)).text.includes(LOOSE.organizationName));
  for (const key of Object.keys(LOOSE)) {
    const row = `[...document.querySelectorAll('tr')].find((row) => row.querySelector('code')?.textContent === ${JSON.stringify(key)})`;
    assert.match(await browser.evaluate<string>(tab, `${row}.textContent`), /not received/);
  }
  await browser.closeTab(tab);
});

inChromium('the same keys at the mandatory level arrive', async () => {
  kit.deploy({ policy: LOOSE });
  const now = await waitFor(
    'the policy',
    async () => {
      const effective = await effectiveConfig(browser);
      return effective?.organization.name === LOOSE.organizationName && effective;
    },
    CHANGE_LIMIT,
  );
  assert.deepEqual(now.mode, { value: 'educate', from: 'policy' });
});
