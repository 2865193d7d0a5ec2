/** Tests withdrawing and restoring access to sites: no listed page opens meanwhile, the popup is red, and its button repairs it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ChromiumSession } from '../../scripts/browser/chromium-session.ts';
import { ask, clickOn, openPage, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { giveAccess, hasAccess, withdrawAccess } from '../../scripts/browser/extension/site-access.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds, exposures } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  popup: readWords('popup', 'en'),
};

const [host = ''] = listedHosts(1);
let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(classifieds(() => true));
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    // Firefox itself would ask a person here. This preference answers yes.
    preferences: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

/** Opens a listed page once the rules follow, which takes a moment. */
async function blocked(): Promise<Tab> {
  await waitFor('the rules to follow', async () => {
    const { rules } = await ask(browser, 'status/get', {});
    return rules.wanted > 0 && rules.held === rules.wanted;
  });
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/ads`).catch(() => undefined);
  return tab;
}

test('withdrawn: a listed page does not load, not for one frame', async () => {
  await withdrawAccess(browser);
  await pause(500);
  const tab = await blocked();
  await pause(1_000);
  assert.deepEqual(
    site.visitsTo(host).map(({ url }) => url),
    [],
  );
  assert.deepEqual(exposures(site), []);
  await browser.closeTab(tab);
});

test('withdrawn: the popup is red and says what is wrong; the options say it too', async () => {
  const popup = await openPage(browser, 'popup.html', say.popup('attention'));
  await seeText(browser, popup, 'does not let the extension act on all sites');
  const options = await openPage(browser, 'options.html', 'does not let the extension act on all sites');
  await browser.closeTab(options);
  await browser.closeTab(popup);
});

/** The requests for access that the button has made so far, with their results. */
type Asked = { what: unknown; gesture: boolean; came: string }[];

/** Makes the page record each request for access and its result. The request itself still goes to the browser. */
function overhear(tab: Tab): Promise<unknown> {
  return browser.evaluate(
    tab,
    `(() => {
      const { permissions } = globalThis.browser ?? chrome;
      const request = permissions.request.bind(permissions);
      globalThis.asked = [];
      permissions.request = (what) => {
        const entry = { what, gesture: navigator.userActivation.isActive, came: 'nothing yet' };
        asked.push(entry);
        const answer = request(what);
        answer.then((granted) => (entry.came = String(granted)), (error) => (entry.came = error.message));
        return answer;
      };
    })()`,
  );
}

/** Asks for access from a page that nobody has clicked on. @returns the browser's error. */
async function askUnasked(chromium: ChromiumSession): Promise<string> {
  const tab = await chromium.newTab();
  await chromium.page(tab, 'Page.navigate', { url: `${chromium.base}popup.html` });
  const why = await waitFor('the refusal', async () => {
    const { result } = await chromium.page(tab, 'Runtime.evaluate', {
      expression: `globalThis.chrome?.permissions?.request({ origins: ['<all_urls>'] }).then(String, ({ message }) => message)`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    return result.value as string | undefined;
  });
  await chromium.closeTab(tab);
  return why;
}

test('the button asks for access; given, everything is as before', async () => {
  const popup = await openPage(browser, 'popup.html', say.popup('attention'));
  if (browser instanceof ChromiumSession) {
    assert.match(await askUnasked(browser), /gesture/);
    await overhear(popup);
  }
  await clickOn(browser, popup, say.popup('mend-host-access'));
  if (browser instanceof ChromiumSession) {
    // The question is a window of the browser's own. The test can only infer that it is open: without a gesture, the same call
    // is refused at once (above), but this call, after a real click, waits for a person's answer.
    await pause(1_000);
    const [question] = await browser.evaluate<Asked>(popup, 'asked');
    assert.deepEqual(question, { what: { origins: ['<all_urls>'] }, gesture: true, came: 'nothing yet' });
    assert.equal(await hasAccess(browser), false);
    // A test cannot press a button in it without a desktop, so it sets the same switch on the browser's page about the extension.
    await giveAccess(browser);
    const after = await openPage(browser, 'popup.html', say.popup('onHint'));
    await browser.closeTab(after);
  } else {
    await seeText(browser, popup, say.popup('mended'));
  }
  await browser.closeTab(popup);
  await waitFor('the notice’s own rules', async () => {
    const { problems } = await ask(browser, 'status/get', {});
    return problems.length === 0;
  });
  for (const address of [CHECK_ADDRESS, `https://${host}/ads`]) {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, host);
    await browser.closeTab(tab);
  }
});
