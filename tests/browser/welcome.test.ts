/** The first run: protected before the first click, and set up in under a minute of clicking. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, clickOn, seeText, tabsOf, typeInto } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted, seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';

const [host = ''] = listedHosts(1);
let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(classifieds(() => true));
  browser = await launch({ port: site.port, extension: builtExtension() });
  // The browser needs a moment to take an extension in; longer than a person's first click is away.
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const MINUTE = 60_000;

test('protected before the first click', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/ads`);
  await intercepted(browser, tab, site, host);
});

test('the page opens by itself; from "who" to a notice that works takes a few clicks and less than a minute', async () => {
  const [tab = ''] = await waitFor('the welcome page', async () => {
    const open = await tabsOf(browser, 'welcome.html');
    return open.length > 0 && open;
  });
  const start = Date.now();
  await seeText(browser, tab, 'Who is it for?');
  await clickOn(browser, tab, 'For my family');
  await clickOn(browser, tab, 'Next');
  await seeText(browser, tab, 'Where do you live?');
  await clickOn(browser, tab, 'Next');
  await seeText(browser, tab, 'How firm should it be?');
  await clickOn(browser, tab, 'Zero tolerance');
  await typeInto(browser, tab, 'A trusted adult to talk to (optional)', 'Aunt Rosa');
  await typeInto(browser, tab, 'New PIN', '2468');
  await clickOn(browser, tab, 'Finish');
  await seeText(browser, tab, 'You typed a PIN but did not set it.');
  await typeInto(browser, tab, 'The same PIN again', '2468');
  await clickOn(browser, tab, 'Set the PIN');
  await seeText(browser, tab, 'The PIN is set');
  await clickOn(browser, tab, 'Finish');
  await seeText(browser, tab, 'What it cannot do');
  await seeText(browser, tab, 'Private windows are covered.');
  const before = await browser.tabs();
  await clickOn(browser, tab, 'Open the test address');
  const opened = await waitFor('the test address', async () =>
    (await browser.tabs()).find((each) => !before.includes(each)),
  );
  await seeNotice(browser, opened);
  assert.ok(Date.now() - start < MINUTE, `it took ${Date.now() - start} ms`);

  await seeText(browser, opened, 'Aunt Rosa');
  const { choices, pinSet, welcomed } = await ask(browser, 'settings/get', {});
  assert.deepEqual(
    [choices.mode, choices.audience, choices.trustedAdult, pinSet, welcomed],
    ['zero-tolerance', 'family', 'Aunt Rosa', true, true],
  );
});

test('an update does not open it again', async () => {
  for (const tab of await tabsOf(browser, 'welcome.html')) await browser.closeTab(tab);
  await browser.install(builtExtension());
  await pause(6_000);
  assert.deepEqual(await tabsOf(browser, 'welcome.html'), []);
});
