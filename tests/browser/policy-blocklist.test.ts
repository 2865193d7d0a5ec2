/** Tests the kit's block list in the browser itself: `=` means one host, and the list also holds when a switch disables the extension. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { type KitInstall, kitInstall } from '../../scripts/browser/extension/kit-install.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { installed } from './harness/installed.ts';

const [listed = ''] = listedHosts(1);
/** As an administrator writes it: one host alone, and one host with its subdomains. */
const BLOCKED = ['=www.exact.test', 'whole.test'];

let site: Site;
let kit: KitInstall;
let browser: BrowserSession;
const profile = temporaryFolder('blocklist');

before(async () => {
  kit = kitInstall({ policy: { mode: 'zero-tolerance' }, companions: { urlBlocklist: BLOCKED } });
  site = await startSite(
    kit.handler,
    classifieds(() => true),
  );
  await start();
  await installed(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
  kit?.remove();
  profile.remove();
});

async function start(switches: string[] = []): Promise<void> {
  await browser?.close();
  browser = await kit.launch({ port: site.port, profile: profile.folder, switches });
}

async function opens(tab: Tab, host: string): Promise<void> {
  await browser.open(tab, `http://${host}/`);
  await waitFor(`${host} to show`, async () =>
    (await browser.view(tab)).text.includes(`Advertisement on ${host}`),
  );
}

/**
 * Checks that there is no request. Chromium's page says who blocks it. Firefox's page never counts as loaded, so opening it fails after
 * ten seconds.
 */
async function blocked(tab: Tab, host: string): Promise<void> {
  site.forget();
  if (BROWSER === 'firefox') await assert.rejects(browser.open(tab, `http://${host}/`), /finish loading/);
  else {
    await browser.open(tab, `http://${host}/`);
    await waitFor(`${host} to be blocked`, async () => {
      const { text } = await browser.view(tab);
      if (/your organization/i.test(text)) return true;
      throw new Error(`the tab shows ${text.slice(0, 80)}`);
    });
  }
  assert.deepEqual(site.visitsTo(host), []);
}

async function blocksTheList(): Promise<void> {
  const tab = await browser.newTab();
  for (const host of ['www.exact.test', 'whole.test', 'sub.whole.test']) await blocked(tab, host);
  for (const host of ['exact.test', 'shop.www.exact.test', 'other.test']) await opens(tab, host);
  await browser.closeTab(tab);
}

test('an entry with = blocks that host and neither those above nor those below it', () => blocksTheList());

if (BROWSER === 'chromium') {
  /** @returns the ids of all installed extensions, from the browser's own page. */
  const extensions = async (): Promise<string[]> => {
    const tab = await browser.newTab();
    await browser.open(tab, 'chrome://extensions');
    const ids = await waitFor('the page of extensions', () =>
      browser.evaluate<string[]>(
        tab,
        'chrome.developerPrivate.getExtensionsInfo({}).then((all) => all.map(({ id }) => id))',
      ),
    );
    await browser.closeTab(tab);
    return ids;
  };
  const ours = () => (browser instanceof ChromiumSession ? new URL(browser.base).host : '');
  const EXCEPT = '--disable-extensions-except=/nowhere';
  /** Makes Chromium treat the switch as Google Chrome does (docs/deploy/limits.md). */
  const AS_GOOGLE = '--enable-features=DisableDisableExtensionsExceptCommandLineSwitch';

  for (const switches of [['--disable-extensions'], [EXCEPT], [EXCEPT, AS_GOOGLE]]) {
    test(`${switches.join(' ')}: no policy keeps the extension, and the block list holds`, async () => {
      assert.ok((await extensions()).includes(ours()));
      await start(switches);
      assert.deepEqual(await extensions(), []);
      const tab = await browser.newTab();
      await opens(tab, listed);
      await blocksTheList();
      await start();
      await installed(browser);
    });
  }
}
