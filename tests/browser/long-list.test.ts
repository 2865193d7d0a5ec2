/**
 * Tests a list of 100,000 hosts: the browser accepts all rules, the guard stops at its limit, and first and last host are covered
 * (Chromium).
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { type Copy, copyWithHosts } from '../bench/test-builds.ts';

const ENTRIES = 100_000;
const GUARD_CAP = 5_000;

let site: Site;
let copy: Copy;
let browser: BrowserSession;

before(async () => {
  if (BROWSER !== 'chromium') return;
  site = await startSite(() => ({ body: '<title>A listed page</title>' }));
  copy = await copyWithHosts(builtExtension(), 'chrome', ENTRIES);
  browser = await launch({ port: site.port, extension: copy.folder });
});
after(async () => {
  await browser?.close();
  copy?.remove();
  await site?.close();
});

// Firefox has no quota that matters here, and the cost of a long list is measured in Chromium.
const engine = BROWSER === 'chromium' ? test : () => undefined;

// A minute alone; three browsers that share a slow machine need three times as long.
engine('100,000 hosts are installed and covered', { timeout: 400_000 }, async () => {
  const covered = async (host: string) => {
    const tab = await browser.newTab();
    await browser.open(tab, `https://${host}/`);
    await seeNotice(browser, tab);
    await browser.closeTab(tab);
    assert.equal(site.visitsTo(host).length, 0, `${host} received a request`);
  };
  const guarded = await waitFor(
    'the worker to write the rules and then the guard',
    () =>
      browser.inExtension<number | null>(
        'chrome.scripting.getRegisteredContentScripts().then(([guard]) => guard?.matches.length ?? null)',
      ),
    300_000,
  );
  const lengths = await browser.inExtension<number[]>(
    'chrome.declarativeNetRequest.getDynamicRules().then((rules) => rules.map(({ condition }) => condition.requestDomains?.length ?? 0))',
  );
  assert.equal(guarded, GUARD_CAP);
  // Checks only pages. The static rulesets block frames and a listed site's own requests.
  assert.equal(lengths.filter((length) => length === ENTRIES).length, 1);
  for (const number of [0, ENTRIES - 1]) await covered(`made-up-${number}.example`);
});
