/** Tests that a helpline is one press away wherever its number is shown, and that pressing it does not leave the notice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, clickOn, seeText } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome, takePass } from '../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { pause, waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  notice: readWords('notice', 'en'),
  contact: readWords('contact', 'en'),
  help: readWords('help', 'en'),
};

const CALL = 'Call the National Human Trafficking Hotline, 1-888-373-7888';
const TEXT = 'Text HELP to the National Human Trafficking Hotline, 233733';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: '<title>page</title>' }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await closeWelcome(browser);
  await ask(browser, 'settings/change', { changes: { country: 'US', region: 'US-GA', language: 'en' } });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const links = async (tab: Tab) =>
  (await browser.accessible(tab)).filter(({ role }) => role === 'link').map(({ name }) => name);

/** Waits, because a text can be visible before the accessibility tree contains its surroundings. */
const assertLinks = (tab: Tab, ...names: readonly string[]) =>
  waitFor(`links ${names.join(', ')}`, async () => {
    const found = await links(tab);
    if (names.every((name) => found.includes(name))) return true;
    throw new Error(`found ${found.join(' | ')}`);
  });

/** Opens the check address. @returns the tab, once its notice is complete. */
async function notice(): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeText(browser, tab, 'Georgia');
  return tab;
}

test('on the notice the number itself is the link, and pressing it stays there', async () => {
  const tab = await notice();
  await assertLinks(tab, CALL, TEXT);
  assert.match((await browser.view(tab)).text, /A call or text can stay on the phone and its bill/);
  const tabs = (await browser.tabs()).length;
  for (const name of [CALL, TEXT]) {
    await browser.click(tab, name);
    await pause(800);
    const { title, text } = await browser.view(tab);
    assert.equal(title, say.notice('title'));
    assert.match(text, /Leave this page/);
  }
  assert.equal((await browser.tabs()).length, tabs);
  await browser.closeTab(tab);
});

test('in "Get help" numbers are links at once; pages open in a second step', async () => {
  const tab = await notice();
  await clickOn(browser, tab, say.notice('help'));
  await clickOn(browser, tab, say.help('topic-forced-or-controlled'));
  await assertLinks(tab, CALL, TEXT, 'Call emergency services, 911');
  assert.deepEqual(
    (await links(tab)).filter((name) => /^Open it/.test(name)),
    [],
  );
  await browser.click(tab, 'Open it: Chat, National Human Trafficking Hotline');
  await seeText(browser, tab, say.contact('historyWarning'));
  await assertLinks(tab, 'Open it: Chat, National Human Trafficking Hotline');
  await browser.closeTab(tab);
});

test('whoever reads another language finds the number of the place in a sentence of their own', async () => {
  const tab = await notice();
  await clickOn(browser, tab, say.notice('help'));
  await seeText(browser, tab, say.help('otherLanguages'));
  const said = () =>
    browser.evaluate<{ language: string; direction: string; address: string; seen: boolean }[]>(
      tab,
      `[...document.querySelectorAll('.help-sentences li')].map((item) => ({
        language: item.lang, direction: getComputedStyle(item).direction,
        address: item.querySelector('a').href, seen: item.checkVisibility() }))`,
    );
  assert.ok((await said()).every(({ seen }) => !seen));
  await browser.evaluate(tab, `void document.querySelector('.help-sentences summary').click()`);
  await seeText(browser, tab, 'No native speaker has read these sentences yet');
  const sentences = await said();
  assert.equal(sentences.length, 25);
  for (const { language, direction, address, seen } of sentences) {
    assert.ok(seen, language);
    assert.equal(address, 'tel:+18883737888', language);
    assert.equal(direction, ['ar', 'fa', 'ur'].includes(language) ? 'rtl' : 'ltr', language);
  }
  await browser.closeTab(tab);
});

test('the learn page has the same links', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, `${browser.base}learn.html#recognize`);
  await seeText(browser, tab, 'National Human Trafficking Hotline');
  await assertLinks(tab, CALL, TEXT, 'Call emergency services, 911');
  await browser.click(tab, CALL);
  await pause(800);
  assert.match((await browser.view(tab)).url, /learn\.html/);
  await browser.closeTab(tab);
});

test('on a passed page the number in the banner is the link', async () => {
  const tab = await browser.newTab();
  await takePass(browser, tab, CHECK_ADDRESS);
  await assertLinks(tab, 'Call 1-888-373-7888', 'text 233733');
  await browser.closeTab(tab);
});
