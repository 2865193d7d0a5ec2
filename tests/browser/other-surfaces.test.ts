/**
 * Tests places other than an ordinary tab where a browser may request or show a page: two pages in one window, a preview of a link,
 * sidebars, a page read without being shown, the print preview, the window about a page. `docs/security.md` has them in its table of
 * ways in.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, isNotice, sawNothing, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { TAB_OF } from '../../scripts/browser/firefox-scripts.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures, FORBIDDEN, plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts, listedSection } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { installSecondExtension } from './harness/install-second-extension.ts';

const [host = ''] = listedHosts(1);
const section = listedSection();
const PLAIN = 'https://plain.test/';
const UNLISTED = 'https://unlisted.test/page';
const LISTED: Record<string, string> = {
  'a listed site': `https://${host}/ads`,
  'a listed section': section.listed,
};
const hostOf = (address: string) => new URL(address).hostname;

/** Parts of a listed page that an unlisted page may contain. */
const HOLDER = 'https://holder.test/';
const PARTS = Object.values(LISTED)
  .map(
    (address) =>
      `<iframe src="${address}"></iframe><object data="${address}"></object><embed src="${address}">`,
  )
  .join('');

const others = temporaryFolder('surfaces');
let site: Site;
let browser: BrowserSession;
/** Where the pages of the other extension are. */
let otherPages = '';

before(async () => {
  const pages: Record<string, string> = {
    [hostOf(PLAIN)]: plainPage('<h1>Plain</h1>'),
    [hostOf(HOLDER)]: plainPage(PARTS).replace('Plain page', 'Holder'),
  };
  // All other pages, listed or not, have this text. So where an unlisted page shows it, a listed one could be seen.
  site = await startSite(
    ({ host: asked }) => {
      const body = pages[asked];
      return body === undefined ? null : { body };
    },
    classifieds(() => true),
  );
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    ...(BROWSER === 'chromium'
      ? // Lets an extension do what a person does in a tab's menu. Split views themselves are on as shipped.
        { switches: ['--enable-features=ApiTabsSplitView'] }
      : // Sets what version 153 ships with, so that the test keeps working if a later version changes it.
        { preferences: { 'browser.tabs.splitView.enabled': true, 'browser.ml.linkPreview.enabled': true } }),
  });
  await guardRegistered(browser);
  await closeWelcome(browser);
  otherPages = await installOther();
});
after(async () => {
  await browser?.close();
  await site?.close();
  others.remove();
});
beforeEach(() => site.forget());

/** Installs another extension with a page for the side of the window. */
function installOther(): Promise<string> {
  const folder = join(others.folder, 'panel');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Panel',
      version: '1',
      ...(BROWSER === 'chromium'
        ? { permissions: ['sidePanel'], side_panel: { default_path: 'panel.html' } }
        : { sidebar_action: { default_panel: 'panel.html', open_at_install: false } }),
      browser_specific_settings: { gecko: { id: OTHER } },
    }),
  );
  writeFileSync(join(folder, 'panel.html'), '<!doctype html><title>Panel</title><p>Panel</p>');
  return installSecondExtension(browser, folder);
}
const OTHER = 'panel@others.test';
const PREVIEW = 'the preview of a link';

/** Has the browser request or show an address in some way. @returns the text that can be read there, and the address in the end. */
type Surface = (address: string) => Promise<{ text: string; url?: string }>;

/** @param body - code for Firefox's own window. It may use `address`, `window`, and `until`, which waits. */
function inFirefoxWindow(body: string): Surface {
  return (address) =>
    (browser as FirefoxSession).inBrowser(
      `const [address] = args;
       const window = Services.wm.getMostRecentWindow('navigator:browser');
       const until = async (is) => {
         for (let turn = 0; turn < 200; turn++) {
           const found = await is();
           if (found) return found;
           await new Promise((resolve) => setTimeout(resolve, 25));
         }
         return null;
       };
       const settled = async (browser) => {
         await until(() => browser.currentURI.spec !== 'about:blank' && !browser.webProgress.isLoadingDocument);
         return { url: browser.currentURI.spec, text: browser.contentTitle };
       };
       ${body}`,
      address,
    );
}

/** Chromium accepts a web address for the panel, although its documentation only mentions pages of the extension. */
async function inSidePanel(address: string): Promise<{ text: string; url: string }> {
  const chromium = browser as ChromiumSession;
  const tab = await chromium.newTab();
  await chromium.open(tab, `${otherPages}panel.html`);
  const before = new Set((await chromium.targets()).map(({ targetId }) => targetId));
  const options = { path: address, enabled: true };
  await chromium.evaluate(
    tab,
    `(async () => {
      await chrome.sidePanel.setOptions(${JSON.stringify(options)});
      const { id } = await chrome.windows.getCurrent();
      await chrome.sidePanel.open({ windowId: id });
    })()`,
  );
  const { targetId } = await waitFor('the side panel', async () =>
    (await chromium.targets()).find(
      (target) => target.type === 'page' && target.url !== '' && !before.has(target.targetId),
    ),
  );
  const shown = await waitFor('a page in it', async () => {
    const { url, title, text } = await chromium.view(targetId);
    return text !== '' && { url, text: `${title} ${text}` };
  });
  await chromium.evaluate(tab, 'chrome.sidePanel.setOptions({ enabled: false })');
  await chromium.closeTab(tab);
  return shown;
}

const SURFACES: Readonly<Record<string, Surface>> =
  BROWSER === 'firefox'
    ? {
        [PREVIEW]: inFirefoxWindow(
          `const { LinkPreview } = ChromeUtils.importESModule('moz-src:///browser/components/genai/LinkPreview.sys.mjs');
           await LinkPreview.renderLinkPreviewPanel(window, address);
           const panel = window.document.getElementById('link-preview-panel');
           const text = panel.querySelector('link-preview-card')?.shadowRoot?.textContent ?? '';
           panel.hidePopup();
           return { text };`,
        ),
        'a page that is read without being shown (Smart Window)': inFirefoxWindow(
          `const { PageExtractorParent } = ChromeUtils.importESModule('resource://gre/actors/PageExtractorParent.sys.mjs');
           const reading = PageExtractorParent.getHeadlessExtractor({ urlString: address, callback: async (page) => (await page.getText()).text });
           const text = await Promise.race([reading, new Promise((resolve) => setTimeout(() => resolve(''), 3_000))]);
           return { text };`,
        ),
        'the sidebar of a chatbot': inFirefoxWindow(
          `Services.prefs.setStringPref('browser.ml.chat.provider', address);
           await window.SidebarController.show('viewGenaiChatSidebar');
           const inner = await until(() => window.SidebarController.browser.contentDocument?.querySelector('browser'));
           const shown = await settled(inner);
           window.SidebarController.hide();
           return shown;`,
        ),
        'the sidebar of another extension': inFirefoxWindow(
          `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
           const panel = ExtensionParent.apiManager.global.sidebarActionFor(WebExtensionPolicy.getByID('${OTHER}').extension);
           panel.setPropertyFromDetails({}, 'panel', address);
           await window.SidebarController.show(panel.id);
           const inner = await until(() => window.SidebarController.browser.contentDocument?.getElementById('webext-panels-browser'));
           const shown = await settled(inner);
           window.SidebarController.hide();
           return shown;`,
        ),
      }
    : { 'the side panel of another extension': inSidePanel };

for (const [name, surface] of Object.entries(SURFACES))
  describe(name, () => {
    for (const [kind, address] of Object.entries(LISTED))
      test(`${kind} is not asked for, and does not show`, async (t) => {
        const { text, url } = await surface(address);
        t.diagnostic(`${url ?? ''} ${text}`);
        await pause(500);
        // Counts only this host: the previous surface may have shown its unlisted page so late that its report arrives only now.
        const seen = exposures(site).filter((page) => hostOf(page) === hostOf(address));
        sawNothing(site, hostOf(address), seen);
        assert.doesNotMatch(text, /advertisement/i);
        if (url !== undefined) assert.ok(isNotice(browser, url), url);
      });

    test('an unlisted page is asked for', async () => {
      const { text } = await surface(UNLISTED);
      // A preview is drawn some time after it has loaded. Its text must come from the site, so this waits for the request.
      if (name !== PREVIEW) assert.match(text, /Advertisement/);
      await waitFor('the site to be asked', () => site.visitsTo(hostOf(UNLISTED)).length > 0);
    });
  });

/** Puts two tabs side by side in one window, as a tab's menu does. @returns both: an unlisted page and an empty one. */
async function splitView(): Promise<[left: Tab, right: Tab]> {
  const left = await browser.newTab();
  await browser.open(left, PLAIN);
  if (browser instanceof ChromiumSession) {
    const before = await browser.tabs();
    const split = await browser.inExtension<number>(
      `(async () => {
        const [beside] = await chrome.tabs.query({ url: '${PLAIN}*' });
        const made = await chrome.tabs.create({ url: 'about:blank', splitWithTabId: beside.id });
        return made.splitViewId;
      })()`,
    );
    assert.notEqual(split, -1, 'no split view came of it');
    const right = (await browser.tabs()).find((tab) => !before.includes(tab));
    assert.ok(right);
    return [left, right];
  }
  const right = await browser.newTab();
  const together = await (browser as FirefoxSession).inBrowser<boolean>(
    `${TAB_OF}
     const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
     const tabs = args.map((each) => gBrowser.getTabForBrowser(browserOf(each)));
     gBrowser.addTabSplitView(tabs, { insertBefore: tabs[0] });
     return tabs.every(({ splitview }) => splitview && splitview === tabs[0].splitview);`,
    left,
    right,
  );
  assert.ok(together, 'no split view came of it');
  return [left, right];
}

describe('two pages side by side in one window', () => {
  let left: Tab;
  let right: Tab;
  before(async () => {
    [left, right] = await splitView();
  });

  for (const [kind, address] of Object.entries(LISTED))
    test(`${kind} is covered in either half`, async () => {
      for (const half of [left, right]) {
        await browser.open(half, address);
        await intercepted(browser, half, site, hostOf(address));
        await browser.open(half, PLAIN);
      }
    });

  test('a pass opens the page in its own half alone', async () => {
    await takePass(browser, right, LISTED['a listed site'] ?? '');
    await waitFor('the page', async () => (await browser.view(right)).text.includes(FORBIDDEN));
    await browser.open(left, LISTED['a listed site'] ?? '');
    await seeNotice(browser, left);
  });
});

describe('on paper', () => {
  for (const [kind, { address, shows }] of Object.entries({
    'the notice': { address: LISTED['a listed site'] ?? '', shows: 'Notice' },
    'a page with listed ones in it': { address: HOLDER, shows: 'Holder' },
  }))
    test(`the print preview of ${kind}`, async () => {
      const tab = await browser.newTab();
      await browser.open(tab, address);
      await waitFor('the page', async () => (await browser.view(tab)).title === shows);
      await browser.bringToFront(tab);
      const printed = await documentsOnPaper(tab);
      assert.ok(printed.length > 0);
      const listed = printed.filter((each) => Object.values(LISTED).includes(each));
      assert.deepEqual(listed, []);
      for (const one of Object.values(LISTED)) sawNothing(site, hostOf(one));
      await browser.closeTab(tab);
    });
});

if (BROWSER === 'firefox')
  test('the window about a page, with the parts of the page that it previews', async () => {
    const tab = await browser.newTab();
    await browser.open(tab, HOLDER);
    await browser.bringToFront(tab);
    site.forget();
    const addresses = await (browser as FirefoxSession).inBrowser<string[]>(
      `const window = Services.wm.getMostRecentWindow('navigator:browser');
       const about = window.BrowserCommands.pageInfo(null, 'mediaTab');
       const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
       for (let turn = 0; turn < 200 && !about.gImageView?.data.length; turn++) await pause();
       const rows = about.gImageView?.data ?? [];
       const addresses = rows.map(([address]) => address);
       for (const row of rows.keys()) {
         about.makePreview(row);
         await pause();
       }
       await pause();
       about.close();
       return addresses;`,
    );
    for (const one of Object.values(LISTED)) {
      assert.ok(addresses.includes(one), addresses.join('\n'));
      sawNothing(site, hostOf(one));
    }
    await browser.closeTab(tab);
  });

/**
 * Opens the print preview (Firefox), or prints to PDF (Chromium's preview is a PDF too).
 * @returns the addresses of the printed documents.
 */
async function documentsOnPaper(tab: Tab): Promise<string[]> {
  if (browser instanceof ChromiumSession) {
    const { data } = await browser.page(tab, 'Page.printToPDF', { printBackground: true });
    assert.equal(Buffer.from(data, 'base64').subarray(0, 5).toString(), '%PDF-');
    const { frameTree } = await browser.page(tab, 'Page.getFrameTree');
    const of = ({ frame, childFrames = [] }: FrameTree): string[] => [
      frame.unreachableUrl === undefined ? frame.url : 'blocked',
      ...childFrames.flatMap(of),
    ];
    return of(frameTree);
  }
  return (browser as FirefoxSession).inBrowser<string[]>(
    `${TAB_OF}
     const { PrintUtils } = Services.wm.getMostRecentWindow('navigator:browser');
     const source = browserOf(args[0]);
     PrintUtils.startPrintWindow(source.browsingContext);
     for (let turn = 0; turn < 400; turn++) {
       const preview = PrintUtils.getPreviewBrowser(source);
       if (preview?.hasAttribute('sheet-count'))
         return preview.browsingContext.getAllBrowsingContextsInSubtree().map((each) => each.currentWindowGlobal?.documentURI?.spec ?? '');
       await new Promise((resolve) => setTimeout(resolve, 25));
     }
     return [];`,
    tab,
  );
}

interface FrameTree {
  frame: { url: string; unreachableUrl?: string };
  childFrames?: FrameTree[];
}
