/** Tests private windows, allowed and not: what is covered, what the extension says, and who may write settings there. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { allowPrivate } from '../../scripts/browser/extension/allow-private.ts';
import {
  ask,
  clickOn,
  messageOf,
  openPage,
  policyKnown,
  seeText,
} from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { skipPause } from '../../scripts/browser/extension/skip-pause.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../scripts/browser/start-process.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { launchInProfile } from './harness/in-profile.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  controls: readWords('controls', 'en'),
  popup: readWords('popup', 'en'),
  options: readWords('options', 'en'),
};

const [host = ''] = listedHosts(1);
const address = `https://${host}/ads`;
let site: Site;
let browser: BrowserSession;

const profile = temporaryFolder('private');

async function start(): Promise<void> {
  browser = await launchInProfile(site, profile.folder);
}

before(async () => {
  site = await startSite(classifieds((visit) => visit.host === host));
  await start();
  await guardRegistered(browser);
  // If an extension restarts right after its installation, Chromium 156 never tells it whether there is a policy.
  await policyKnown(browser);
  await allowPrivate(browser, true);
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await browser?.close();
  await site?.close();
  profile.remove();
});
beforeEach(() => site.forget());

async function privateNotice(): Promise<Tab> {
  const tab = await browser.newTab('private');
  await browser.open(tab, address);
  await seeNotice(browser, tab);
  return tab;
}

/** Sends a request as the notice in this tab does. */
function asNotice<T>(tab: Tab, type: string, input: object): Promise<T> {
  return browser.evaluate<T>(tab, messageOf(type, input));
}

test('allowed: a listed page is covered there, and popup and options say so', async () => {
  const tab = await browser.newTab('private');
  await browser.open(tab, address);
  await intercepted(browser, tab, site, host);
  assert.equal((await ask(browser, 'status/get', {})).privateWindows, 'covered');
  await browser.closeTab(await openPage(browser, 'options.html', say.controls('privateCovered')));
  await browser.closeTab(tab);
});

// Firefox has one background page for all windows, so there is only one writer, and nothing to refuse.
const inChromium = BROWSER === 'chromium' ? test : () => undefined;

inChromium('the settings cannot be written from a private window: a second worker serves it', async () => {
  const tab = await browser.newTab('private');
  await browser.open(tab, `${browser.base}options.html`);
  await seeText(browser, tab, say.options('mode'));
  await browser.evaluate(tab, "document.querySelector('input[value=zero-tolerance]').click()");
  await seeText(browser, tab, 'Settings cannot be changed from a private window.');
  assert.deepEqual((await ask(browser, 'settings/get', {})).chosen, []);
  await browser.closeTab(tab);
});

test('wrong PINs on a private notice wait as everywhere, and disturb no other writer', async () => {
  await ask(browser, 'pin/set', { newPin: '2468' });
  const tab = await privateNotice();
  await skipPause(browser, tab);
  const why: (string | undefined)[] = [];
  for (const pin of ['1', '2', '3', '4', '5', '2468'])
    why.push(
      (await asNotice<{ why?: string }>(tab, 'notice/continue', { address, pin: pin.padEnd(4, '0') })).why,
    );
  assert.deepEqual(why, [...Array.from({ length: 5 }, () => 'pin-wrong'), 'pin-locked']);
  const regular = await ask(browser, 'settings/get', {});
  assert.equal(regular.pinWaitSeconds > 0, BROWSER === 'firefox');

  // Neither a new private window nor a new start of the browser resets the count.
  await browser.closeTab(tab);
  await browser.close();
  await start();
  await policyKnown(browser);
  const again = await privateNotice();
  await skipPause(browser, again);
  // On a slow machine, the wait may be over by now. If the count was kept, one more wrong PIN starts the next wait.
  const then: (string | undefined)[] = [];
  for (const pin of ['0000', '2468'])
    then.push((await asNotice<{ why?: string }>(again, 'notice/continue', { address, pin })).why);
  assert.match(then[0] ?? 'opened', /^pin-(?:locked|wrong)$/);
  assert.equal(then[1], 'pin-locked');
  await browser.closeTab(again);
});

test('zero tolerance chosen in a normal window reaches a notice that already stands in a private one', async () => {
  const tab = await privateNotice();
  await ask(browser, 'settings/change', { changes: { mode: 'zero-tolerance' } });
  await waitFor('the private worker to know', async () => {
    const { why } = await asNotice<{ why?: string }>(tab, 'notice/continue', { address });
    return why === 'zero-tolerance';
  });
  await browser.closeTab(tab);
});

test('not allowed: popup and options say so, with the steps of this browser; the page opens there', async () => {
  await allowPrivate(browser, false);
  assert.equal((await ask(browser, 'status/get', {})).privateWindows, 'not-covered');
  const popup = await openPage(browser, 'popup.html', say.popup('privateNo'));
  await clickOn(browser, popup, say.popup('privateFix'));
  const options = await openPage(browser, 'options.html', 'Private windows are not covered yet.');
  await seeText(
    browser,
    options,
    BROWSER === 'firefox' ? 'Run in Private Windows' : say.controls('private-chrome-2'),
  );
  // The limit: without the person's permission, the extension does not run there.
  site.forget();
  const tab = await browser.newTab('private');
  await browser.open(tab, address);
  assert.ok(site.visitsTo(host).length > 0);
  await browser.closeTab(tab);
});

test('allowed again: covered again, and the page that waits for it sees so', async () => {
  await allowPrivate(browser, true);
  const options = await openPage(browser, 'options.html', say.controls('privateCovered'));
  await browser.closeTab(options);
  site.forget();
  const tab = await browser.newTab('private');
  await browser.open(tab, address);
  await intercepted(browser, tab, site, host);
});
