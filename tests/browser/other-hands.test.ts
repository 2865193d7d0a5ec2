/** Tests others that affect the same pages: another extension that blocks or redirects them, and a policy that withholds access. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ask, messageOf, policyKnown } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { installSecondExtension } from './harness/install-second-extension.ts';
import { installed } from './harness/installed.ts';
import { managedInstall } from './harness/managed.ts';

const [
  blockedBefore = '',
  movedBefore = '',
  allowedBefore = '',
  blockedAfter = '',
  movedAfter = '',
  allowedAfter = '',
  kept = '',
  framed = '',
] = listedHosts(8);
const ELSEWHERE = 'elsewhere.test';
/** The highest priority that a rule can have. */
const HIGHEST = 2_147_483_647;
const others = temporaryFolder('others');
let site: Site;

before(async () => {
  site = await startSite(classifieds(({ host }) => host !== ELSEWHERE));
  site.handle(({ host }) => (host === ELSEWHERE ? { body: plainPage('Elsewhere') } : null));
});
after(async () => {
  await site?.close();
  others.remove();
});
beforeEach(() => site.forget());

/**
 * Installs another extension, which blocks one host, redirects another and allows a third, as blockers do.
 * @returns the address where its pages are.
 */
async function installOther(
  browser: BrowserSession,
  name: string,
  { blocked, moved, allowed }: { blocked: string; moved: string; allowed: string },
): Promise<string> {
  const folder = join(others.folder, name);
  mkdirSync(folder, { recursive: true });
  const rule = (id: number, host: string, action: object) => ({
    id,
    priority: HIGHEST,
    action,
    condition: { requestDomains: [host], resourceTypes: ['main_frame', 'sub_frame'] },
  });
  const redirect = { type: 'redirect', redirect: { url: `https://${ELSEWHERE}/` } };
  const rules = [
    rule(1, blocked, { type: 'block' }),
    rule(2, moved, redirect),
    rule(3, allowed, { type: 'allow' }),
    rule(4, allowed, { type: 'allowAllRequests' }),
  ];
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['declarativeNetRequest'],
    host_permissions: ['<all_urls>'],
    declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    browser_specific_settings: { gecko: { id: `${name}@others.test` } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'page.html'),
    `<iframe src="https://${framed}/ads" width="800" height="600"></iframe>`,
  );
  return installSecondExtension(browser, folder);
}

describe('with another extension beside ours', () => {
  let browser: BrowserSession;
  let otherPages: string;
  before(async () => {
    browser = await launch({ port: site.port });
    await installOther(browser, 'before', {
      blocked: blockedBefore,
      moved: movedBefore,
      allowed: allowedBefore,
    });
    await browser.install(builtExtension());
    await guardRegistered(browser);
    await ask(browser, 'settings/welcomed', {});
    otherPages = await installOther(browser, 'after', {
      blocked: blockedAfter,
      moved: movedAfter,
      allowed: allowedAfter,
    });
  });
  after(() => browser?.close());

  test('another blocker, installed before or after: the notice or its page, never the listed one', async (t) => {
    for (const host of [blockedBefore, movedBefore, allowedBefore, blockedAfter, allowedAfter, kept]) {
      const tab = await browser.newTab();
      await browser.open(tab, `https://${host}/ads`);
      await intercepted(browser, tab, site, host);
      await browser.closeTab(tab);
    }
    // Of two redirects, that of the extension installed last wins, in both browsers.
    const tab = await browser.newTab();
    await browser.open(tab, `https://${movedAfter}/ads`);
    const url = await waitFor('a page', async () => {
      const view = await browser.view(tab);
      return (view.url.startsWith(browser.base) || view.url.includes(ELSEWHERE)) && view.url;
    });
    t.diagnostic(`redirected by the later one: ${new URL(url).protocol}`);
    assert.deepEqual(site.visitsTo(movedAfter), []);
    assert.deepEqual(exposures(site), []);
    await browser.closeTab(tab);
  });

  test('a frame in a page of another extension: neither browser lets anybody act there', async () => {
    const tab = await browser.newTab();
    await browser.open(tab, `${otherPages}page.html`);
    // The limit that docs/security.md states. If a browser changes, the limit no longer exists.
    await waitFor('the page in the frame', () => exposures(site).length > 0);
    await browser.closeTab(tab);
  });

  test('regular and private window write at once: both passes stand, and the rules follow the settings', async () => {
    await policyKnown(browser);
    const tabs = [await browser.newTab(), await browser.newTab('private')];
    for (const tab of tabs) {
      await browser.open(tab, `https://${kept}/ads`);
      await seeNotice(browser, tab);
    }
    const pass = (tab: Tab) =>
      browser.evaluate<{ granted: boolean; why?: string }>(
        tab,
        messageOf('notice/continue', { address: `https://${kept}/ads` }),
      );
    // Sends what a notice in front sends, whichever window the machine has in front.
    const inFront = (tab: Tab) => browser.evaluate(tab, messageOf('notice/visible', { visible: true }));
    await waitFor(
      'both pauses to end',
      async () => {
        await Promise.all(tabs.map(inFront));
        const [one, other] = await Promise.all(
          tabs.map((tab) =>
            browser.evaluate<{ continue: { kind: string } }>(
              tab,
              messageOf('notice/opened', { address: `https://${kept}/ads`, visible: true }),
            ),
          ),
        );
        return one?.continue.kind === 'ready' && other?.continue.kind === 'ready';
      },
      40_000,
    );
    const [granted, changed] = await Promise.all([
      Promise.all(tabs.map(pass)),
      ask(browser, 'settings/change', { changes: { blockedPatterns: ['at-once.test'] } }),
    ]);
    assert.deepEqual([granted.map((each) => each.granted), changed.is], [[true, true], 'applied']);
    const rules = await browser.inExtension<{ passes: number; own: boolean }>(`(async () => {
      const { declarativeNetRequest: dnr } = globalThis.browser ?? chrome;
      const own = JSON.stringify(await dnr.getDynamicRules()).includes('"at-once.test"');
      return { passes: (await dnr.getSessionRules()).length, own };
    })()`);
    assert.deepEqual(rules, { passes: 2, own: true });
    const { problems } = await ask(browser, 'status/get', {});
    assert.ok(!problems.includes('rules'), problems.join());
  });
});

/** This is a policy of Chromium. */
const chromium = BROWSER === 'chromium' ? test : () => undefined;

chromium(
  'runtime_blocked_hosts: the first page gives way to the notice, later ones are not even asked',
  async (t) => {
    const blocked = { runtime_blocked_hosts: ['*://*'] };
    const policy = managedInstall(site, { mode: 'educate' }, {}, blocked);
    const browser = await launch(policy.options);
    try {
      await installed(browser);
      await guardRegistered(browser);
      assert.equal(
        await browser.inExtension("chrome.permissions.contains({ origins: ['<all_urls>'] })"),
        true,
      );
      site.forget();
      const tab = await browser.newTab();
      await browser.open(tab, `https://${kept}/ads`);
      await seeNotice(browser, tab);
      // The limit that docs/deploy/limits.md states.
      t.diagnostic(
        `first page: ${site.visitsTo(kept).length} requests, seen ${exposures(site).length} times`,
      );
      await waitFor('the worker to know', async () => !(await ask(browser, 'status/get', {})).hostAccess);
      assert.ok((await ask(browser, 'status/get', {})).problems.includes('host-access'));
      for (const host of [kept, movedBefore]) {
        site.forget();
        const next = await browser.newTab();
        await browser.open(next, `https://${host}/ads`);
        await intercepted(browser, next, site, host);
        await browser.closeTab(next);
      }
    } finally {
      await browser.close();
      policy.remove();
    }
  },
);
