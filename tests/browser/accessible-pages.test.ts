/** Welcome, options and popup in every state, light and dark, wide and at 360 px: nothing that axe-core finds against WCAG 2.2 AA. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ask, clickOn, openPage, seeText } from './harness/ask.ts';
import type { ChromiumSession } from './harness/chromium-session.ts';
import { guardRegistered } from './harness/guard-registered.ts';
import { managedInstall } from './harness/managed-install.ts';
import { BROWSER, builtExtension, launch } from './harness/open-browser.ts';
import type { BrowserSession, Tab } from './harness/session.ts';
import { type Site, startSite } from './harness/site.ts';
import { temporaryFolder } from './harness/start-process.ts';
import { waitFor } from './harness/wait.ts';

// axe measures the page as laid out; one engine is enough for that, and its emulation of colours is Chromium's.
const engine = BROWSER === 'chromium' ? test : () => undefined;
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let site: Site;
let browser: BrowserSession;

before(async () => {
  // Without a test of its own the runner would never come to `after`, and the browser would stay.
  if (BROWSER !== 'chromium') return;
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await browser?.close();
  await site?.close();
});

interface Found {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** Looks at the tab as it is now; 640 px is a window of 1280 px at 200 %. */
async function faultless(tab: Tab, state: string): Promise<void> {
  const chromium = browser as ChromiumSession;
  await chromium.page(tab, 'Page.bringToFront');
  await chromium.evaluate(tab, `${AXE}; undefined`);
  for (const [look, width, features] of [
    ['light', 1100, { 'prefers-color-scheme': 'light' }],
    ['dark at 360 px', 360, { 'prefers-color-scheme': 'dark' }],
    ['forced colours at 200 %', 640, { 'forced-colors': 'active' }],
  ] as const) {
    await chromium.resize(tab, width, 900);
    // Without motion a colour is at once what it will be.
    const all = { ...features, 'prefers-reduced-motion': 'reduce' };
    const list = Object.entries(all).map(([name, value]) => ({ name, value }));
    await chromium.page(tab, 'Emulation.setEmulatedMedia', { features: list });
    const { violations, over } = await chromium.evaluate<{ violations: Found[]; over: number }>(
      tab,
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => ({
        violations,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }))`,
    );
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
    assert.deepEqual(faults, [], `${state}, ${look}`);
    assert.ok(over <= 0, `${state}, ${look}: ${over} px wider than the window`);
  }
  await chromium.page(tab, 'Emulation.clearDeviceMetricsOverride');
}

engine('the check finds what is wrong', async () => {
  const tab = await openPage(browser, 'options.html', 'How firm should it be?');
  await browser.evaluate(tab, "document.querySelector('#delay').labels[0].remove()");
  await assert.rejects(faultless(tab, 'a field without a name'), /label/);
});

for (const audience of ['personal', 'family', 'workplace'] as const) {
  engine(`welcome, ${audience}`, async () => {
    await ask(browser, 'settings/change', { changes: { audience } });
    const tab = await openPage(browser, 'welcome.html', 'Who is it for?');
    await faultless(tab, 'step 1');
    for (const [button, text] of [
      ['Next', 'Where do you live?'],
      ['Next', 'How firm should it be?'],
      ['Finish', 'Private windows are covered.'],
    ] as const) {
      await clickOn(browser, tab, button);
      await seeText(browser, tab, text);
      await faultless(tab, text);
    }
    await browser.closeTab(tab);
  });
}

engine('options with everything set, errors, a wait and the PIN dialog; popup beside it', async () => {
  await ask(browser, 'settings/change', {
    changes: {
      audience: 'personal',
      reason: 'for my daughter',
      daysSince: '2026-11-01',
      blockedPatterns: ['example.com', 'no site'],
      writeLine: true,
      promiseHours: 24,
    },
  });
  await ask(browser, 'settings/change', { changes: { writeLine: false } });
  await ask(browser, 'pin/set', { newPin: '2468' });
  const options = await openPage(browser, 'options.html', 'You promised yourself to wait');
  await faultless(options, 'options');
  await browser.evaluate(options, "document.getElementById('names').click()");
  await seeText(browser, options, 'Enter the PIN');
  await faultless(options, 'PIN dialog');
  const popup = await openPage(browser, 'popup.html', 'Test it');
  await faultless(popup, 'popup, on');
});

engine('popup and options while access is withdrawn', async () => {
  const chromium = browser as ChromiumSession;
  const admin = await chromium.newTab();
  await chromium.open(admin, 'chrome://extensions/');
  const update = { extensionId: new URL(browser.base).hostname, hostAccess: 'ON_CLICK' };
  await chromium.evaluate(
    admin,
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)})`,
  );
  await faultless(await openPage(browser, 'popup.html', 'Needs attention'), 'popup, red');
  await faultless(await openPage(browser, 'options.html', 'missing'), 'options, red');
});

engine('popup, options and welcome on a managed installation with an error in its policy', async () => {
  await browser.close();
  const managed = managedInstall({ policy: {} });
  managed.deployRaw({
    organizationName: 'Example Works',
    mode: 'educat',
    jurisdictions: ['US-GA'],
  });
  site.handle(managed.handler);
  const profile = temporaryFolder('managed-look');
  browser = await managed.launch({ port: site.port, profile: profile.folder });
  try {
    await waitFor(
      'the policy',
      async () => (await ask(browser, 'settings/get', {})).effective.issues.length > 0,
      60_000,
    );
    await faultless(await openPage(browser, 'options.html', 'Set by Example Works'), 'options, managed');
    await faultless(await openPage(browser, 'popup.html', 'The policy has errors'), 'popup, managed');
    await faultless(
      await openPage(browser, 'welcome.html', 'Your workplace runs this browser'),
      'welcome, managed',
    );
  } finally {
    managed.remove();
    await browser.close();
    profile.remove();
    browser = await launch({ port: site.port });
  }
});
