/**
 * Tests a content blocker and the extension in one browser, installed in both orders. The test makes its own blocker;
 * `BLOCKER=FOLDER` uses a real one instead (docs/security.md says which were tried).
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ask, policyKnown, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { continueAnyway } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { advertisement, classifieds, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { installSecondExtension } from './harness/install-second-extension.ts';

interface Rule {
  action: { type: string };
  condition: Readonly<Record<string, unknown>> & { requestDomains?: string[] };
}

const [host = ''] = listedHosts(1);
const HARMLESS = 'harmless.test';
const made = temporaryFolder('blocker');
const blocker = process.env.BLOCKER ? resolve(process.env.BLOCKER) : makeBlocker(made.folder);
const tracker = blockedHost(blocker);

/** Writes a blocker that blocks one host on every page. @returns its folder. */
function makeBlocker(folder: string): string {
  const manifest = {
    manifest_version: 3,
    name: 'Blocker',
    version: '1',
    permissions: ['declarativeNetRequest'],
    host_permissions: ['<all_urls>'],
    declarative_net_request: { rule_resources: [{ id: 'main', enabled: true, path: 'rules.json' }] },
    browser_specific_settings: { gecko: { id: 'blocker@others.test' } },
  };
  const rules = [{ id: 1, action: { type: 'block' }, condition: { requestDomains: ['tracker.test'] } }];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
  return folder;
}

/** @returns a host that an unchanged blocker blocks on every page. Throws if its rules name none. */
function blockedHost(folder: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const manifest = read('manifest.json') as {
    declarative_net_request: { rule_resources: { enabled: boolean; path: string }[] };
  };
  for (const { enabled, path } of manifest.declarative_net_request.rule_resources) {
    if (!enabled) continue;
    for (const { action, condition } of read(path) as Rule[]) {
      const { requestDomains: [first] = [], ...narrower } = condition;
      if (action.type === 'block' && first && Object.keys(narrower).length === 0) return first;
    }
  }
  throw new Error(`${folder} blocks no host on every page`);
}

const SCRIPTS = [tracker, HARMLESS].map((each) => `<script src="https://${each}/part.js"></script>`).join('');
let site: Site;

before(async () => {
  site = await startSite(
    classifieds(() => false),
    (visit) => (visit.host === host ? { body: advertisement('Advertisement', SCRIPTS) } : null),
    (visit, { pathname }) =>
      pathname === '/part.js'
        ? { headers: { 'content-type': 'text/javascript' }, body: '' }
        : { body: plainPage(`<h1>${visit.host}</h1>`, SCRIPTS) },
  );
});
after(async () => {
  await site?.close();
  made.remove();
});

for (const first of ['ours', 'the blocker'] as const) {
  describe(`${first} installed first`, () => {
    let browser: BrowserSession;

    /** Opens an unlisted page. @returns whether its request to the blocker's host arrived. */
    const asked = async () => {
      const tab = await browser.newTab();
      site.forget();
      await browser.open(tab, 'https://unlisted.test/');
      await waitFor('the part that nobody blocks', () => site.visitsTo(HARMLESS).length > 0);
      await browser.closeTab(tab);
      return site.visitsTo(tracker).length > 0;
    };
    const installOurs = async () => {
      await browser.install(builtExtension());
      await guardRegistered(browser);
      await ask(browser, 'settings/welcomed', {});
      await policyKnown(browser);
    };
    const installTheirs = async () => {
      assert.equal(await asked(), true, 'without the blocker its host is asked');
      await installSecondExtension(browser, blocker);
      await waitFor('the blocker to block', async () => !(await asked()), 30_000);
    };

    before(async () => {
      browser = await launch({ port: site.port });
      for (const install of first === 'ours' ? [installOurs, installTheirs] : [installTheirs, installOurs])
        await install();
    });
    after(() => browser?.close());
    beforeEach(() => site.forget());

    test('a listed page ends on the notice, Continue leads on, and the blocker blocks there', async () => {
      const tab = await browser.newTab();
      await browser.open(tab, `https://${host}/ads`);
      await intercepted(browser, tab, site, host);
      await skipPause(browser, tab);
      await continueAnyway(browser, tab);
      await seeText(browser, tab, FORBIDDEN);
      await waitFor('the part that nobody blocks', () => site.visitsTo(HARMLESS).length > 0);
      assert.deepEqual(site.visitsTo(tracker), []);
      await browser.closeTab(tab);
    });

    test('on a page that is not listed the blocker blocks as without us', async () => {
      assert.equal(await asked(), false);
    });

    test('the status knows of no problem, in the badge as on the page', async () => {
      const { problems } = await ask(browser, 'status/get', {});
      assert.deepEqual(problems, []);
      assert.equal(
        await browser.inExtension<string>('(globalThis.browser ?? chrome).action.getBadgeText({})'),
        '',
      );
    });
  });
}
