/** Tests that everything can be reached: by keyboard in a window at 200 %, by finger on a screen of 360 px. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, clickOn, openPage, seeText } from '../../scripts/browser/extension/ask.ts';
import { filledForm, openPreview } from '../../scripts/browser/extension/deploy-form.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { setLook } from '../../scripts/browser/look.ts';
import { MADE_UP, ownInstallation } from '../../scripts/browser/scenes/play.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { sidewaysScroll } from './harness/axe.ts';
import { hiddenOnTheWayBack, walk } from './harness/walk.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
  welcome: readWords('welcome', 'en'),
  options: readWords('options', 'en'),
  popup: readWords('popup', 'en'),
  help: readWords('help', 'en'),
};

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: MADE_UP }));
  browser = await ownInstallation(site);
  // Otherwise, the wait would end during the walk.
  await ask(browser, 'settings/change', { changes: { continueDelaySeconds: 600, audience: 'family' } });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function notice(): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  await seeText(browser, tab, 'possible in');
  return tab;
}

async function welcome(): Promise<Tab> {
  const tab = await openPage(browser, 'welcome.html', say.welcome('who'));
  for (const button of [say.welcome('next'), say.welcome('next')]) await clickOn(browser, tab, button);
  await seeText(browser, tab, say.welcome('familyPin'));
  return tab;
}

async function inNewTab(open: (tab: Tab) => Promise<void>): Promise<Tab> {
  const tab = await browser.newTab();
  await open(tab);
  return tab;
}

const PAGES: Readonly<Record<string, () => Promise<Tab>>> = {
  notice,
  welcome,
  options: () => openPage(browser, 'options.html', say.options('statusOk')),
  popup: () => openPage(browser, 'popup.html', say.popup('test')),
  learn: () => openPage(browser, 'learn.html#recognize', 'Español'),
  deploy: () => inNewTab((tab) => filledForm(browser, tab)),
  preview: () =>
    inNewTab((tab) => openPreview(browser, tab, { audience: 'workplace', jurisdictions: ['US-GA'] })),
};

for (const [name, open] of Object.entries(PAGES))
  test(`${name}: by keyboard, then by finger`, async () => {
    const tab = await open();
    await browser.bringToFront(tab);
    await setLook(browser, tab, { width: name === 'popup' ? 400 : 683, height: 384 });
    const { stops, steps } = await walk(browser, tab);
    const reached = new Set(steps.map(({ index }) => index));
    assert.deepEqual(
      stops.filter((_, index) => !reached.has(index)),
      [],
      'not reached',
    );
    assert.deepEqual(
      steps.filter(({ index, hidden }) => index >= 0 && hidden !== null),
      [],
    );
    assert.deepEqual(await hiddenOnTheWayBack(browser, tab), [], 'on the way back');
    await setLook(browser, tab, { width: 360, height: 740, touch: true });
    assert.ok((await sidewaysScroll(browser, tab)) <= 0, 'wider than the screen');
    assert.deepEqual(await browser.evaluate(tab, SMALL), []);
    // Discards what was typed into the form of the deploy page without a question.
    await browser.evaluate(tab, 'void (window.onbeforeunload = null)');
    if (name !== 'deploy') await browser.closeTab(tab);
  });

/** WCAG 2.2, 2.5.8: 24 by 24 CSS pixels. Links within a sentence are exempt; a field counts with its label. */
const SMALL = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => each.checkVisibility() && !(each.matches('a') && getComputedStyle(each).display === 'inline'))
  .map((each) => (/checkbox|radio|file/.test(each.type) ? each.closest('label') ?? each : each))
  .filter((each) => { const { width, height } = each.getBoundingClientRect(); return width < 24 || height < 24; })
  .map((each) => each.outerHTML.slice(0, 120))`;

test('on the notice the exit has the focus first; the wait is said in words', async () => {
  const tab = await notice();
  await browser.bringToFront(tab);
  const focused = () => browser.evaluate<string>(tab, 'document.activeElement.textContent.trim()');
  assert.match(await focused(), /Leave this page/);
  await waitFor('the wait in words', () =>
    browser.evaluate<boolean>(
      tab,
      `/^Continue anyway: possible in 10 minutes$/.test(document.querySelector('.notice-continue [role=status]').textContent)`,
    ),
  );
  await browser.closeTab(tab);
});

test('Escape closes a dialog and gives the focus back; Tab stays inside as long as it is open', async () => {
  const tab = await notice();
  await browser.bringToFront(tab);
  await clickOn(browser, tab, say.notice('help'));
  await seeText(browser, tab, say.help('topic-teen'));
  const { stops, steps } = await walk(browser, tab);
  const reached = new Set(steps.map(({ index }) => index));
  assert.deepEqual(
    stops.filter((_, index) => !reached.has(index)),
    [],
  );
  // A topic is longer than the window, and the dialog's head stays in place.
  await setLook(browser, tab, { width: 683, height: 384 });
  await clickOn(browser, tab, say.help('topic-teen'));
  await seeText(browser, tab, say.help('topic-teen-intro'));
  assert.deepEqual(await hiddenOnTheWayBack(browser, tab), [], 'on the way back');
  const outside = `document.activeElement !== document.body && !document.querySelector('dialog').contains(document.activeElement)`;
  assert.equal(await browser.evaluate(tab, outside), false);
  await browser.press(tab, 'Escape');
  await waitFor('the dialog to close', () =>
    browser.evaluate<boolean>(tab, `document.querySelector('dialog[open]') === null`),
  );
  await waitFor('the focus where it was', () =>
    browser.evaluate<boolean>(tab, `document.activeElement.id === 'get-help'`),
  );
  await browser.closeTab(tab);
});
