/** Tests settings in a real browser: who may change them, what an import may do, and how each choice changes the notice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import {
  ask,
  clickOn,
  messageOf,
  openPage,
  policyKnown,
  seeText,
  typeInto,
} from '../../scripts/browser/extension/ask.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import type { Chosen } from '../../utils/settings/schema.ts';
import { SETTINGS_ASKS } from './harness/settings-asks.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
  controls: readWords('controls', 'en'),
  notice: readWords('notice', 'en'),
  popup: readWords('popup', 'en'),
};

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(() => ({ body: plainPage('Nothing special') }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await waitFor('the worker', () => ask(browser, 'settings/get', {}));
  // The welcome page would open in front of a page in which a test types.
  await ask(browser, 'settings/welcomed', {});
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const change = (changes: Chosen, pin?: string) =>
  ask(browser, 'settings/change', pin === undefined ? { changes } : { changes, pin });
const choices = async () => (await ask(browser, 'settings/get', {})).choices;

/** @returns an expression that sends each forged message and returns the results. */
const forging = () =>
  `(async () => { const came = []; for (const send of [${SETTINGS_ASKS.map(
    ({ type, ...input }) => `() => ${messageOf(type, input)}`,
  ).join()}]) came.push(await send().then((answer) => JSON.stringify(answer) ?? 'nothing', (error) => 'refused: ' + error.message)); return came; })()`;

function allRefused(came: string[]): void {
  assert.equal(came.length, SETTINGS_ASKS.length);
  for (const each of came) assert.match(each, /^\{"refused":".*may not be asked/);
}

test('a web page has nobody to send to', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'http://harmless.test/');
  const there = 'typeof (globalThis.browser ?? globalThis.chrome)?.runtime?.sendMessage';
  assert.equal(await browser.evaluate(tab, there), 'undefined');
});

test('the world of a content script is refused', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, 'http://harmless.test/forger');
  // The extension itself runs the forger, in the isolated world that its guard has on listed pages.
  const came = await browser.inExtension<string[]>(`(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://harmless.test/forger' });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => ${forging()} });
    return result;
  })()`);
  allRefused(came);
  const read = await browser.inExtension<string>(`(async () => {
    const api = globalThis.browser ?? chrome;
    const [tab] = await api.tabs.query({ url: 'http://harmless.test/forger' });
    const look = () => (globalThis.browser ?? chrome).storage.local.get().then((held) => Object.keys(held).join(), (error) => 'refused: ' + error.message);
    const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: look });
    return result;
  })()`);
  // Firefox cannot keep content scripts from reading storage (docs/security.md).
  if (BROWSER === 'chromium') assert.match(read, /^refused: .*storage is not allowed/);
  else assert.match(read, /settings\.current/);
});

test('the notice is refused, because a web page can open it', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, CHECK_ADDRESS);
  await seeNotice(browser, tab);
  allRefused(await browser.evaluate<string[]>(tab, forging()));
  const { choices: now, pinSet, chosen } = await ask(browser, 'settings/get', {});
  assert.deepEqual([now.exemptions, pinSet, chosen], [[], false, []]);
});

test('a choice is saved, confirmed and undone', async () => {
  const tab = await openPage(browser, 'options.html', say.options('mode'));
  await clickOn(browser, tab, say.options('mode-zero-tolerance'));
  await seeText(browser, tab, say.controls('saved'));
  assert.equal((await choices()).mode, 'zero-tolerance');
  await clickOn(browser, tab, say.controls('undo'));
  await seeText(browser, tab, say.controls('undone'));
  assert.equal((await choices()).mode, 'educate');
  await browser.closeTab(tab);
});

test('the list of sections shows where one is, by scrolling and by its links', async () => {
  const tab = await openPage(browser, 'options.html', 'How firm should it be?');
  const isAt = (section: string) =>
    waitFor(`the list to name ${section}`, () =>
      browser.evaluate<boolean>(
        tab,
        `[...document.querySelectorAll('nav [aria-current="location"]')].map((link) => link.hash).join() === '#${section}'`,
      ),
    );
  await isAt('protection');
  await browser.evaluate(
    tab,
    `void document.getElementById('messages').scrollIntoView({ behavior: 'instant' })`,
  );
  await isAt('messages');
  // These two sections never scroll to the top of the window, because the page ends before that.
  for (const section of ['status', 'about']) {
    await browser.evaluate(tab, `void document.querySelector('nav a[href="#${section}"]').click()`);
    await isAt(section);
  }
  await browser.closeTab(tab);
});

test('the list of sections names each in its turn, up to the last, whatever the address asked for', async () => {
  const tab = await openPage(browser, 'options.html#status', 'How firm should it be?');
  await waitFor('the page to come to the section asked for', () =>
    browser.evaluate<boolean>(
      tab,
      `(() => {
        const { scrollTop, scrollHeight } = document.documentElement;
        const left = scrollHeight - innerHeight - scrollTop;
        return scrollTop > 0 && Math.min(left, document.getElementById('status').getBoundingClientRect().top) < 100;
      })()`,
    ),
  );
  const { sections, named } = await browser.evaluate<{ sections: string[]; named: string[] }>(
    tab,
    `(async () => {
      const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const page = document.documentElement;
      const named = [];
      for (let top = 0; ; top += 25) {
        page.scrollTo({ top, behavior: 'instant' });
        await frames();
        const now = [...document.querySelectorAll('nav [aria-current]')].map((link) => link.hash.slice(1)).join();
        if (now !== named.at(-1)) named.push(now);
        if (top > page.scrollHeight) break;
      }
      return { named, sections: [...document.querySelectorAll('nav a')].map((link) => link.hash.slice(1)) };
    })()`,
  );
  assert.equal(sections.length, 11);
  assert.deepEqual(named, sections);
  await browser.closeTab(tab);
});

test('own lines: errors by line, what they would match, and then they do', async () => {
  const tab = await openPage(browser, 'options.html', say.options('own'));
  await typeInto(browser, tab, say.options('own'), 'own.test');
  await browser.press(tab, 'Enter', ...'no site');
  const text = await seeText(browser, tab, '1 line is not used');
  assert.match(text, /Line 2, “no site”: this is not the name of a site/);
  await typeInto(browser, tab, say.options('tryAddress'), 'www.own.test/a');
  await seeText(browser, tab, 'Covered by the line “own.test”.');
  await browser.evaluate(tab, "document.getElementById('blocked').form.requestSubmit()");
  await seeText(browser, tab, say.controls('saved'));
  const page = await browser.newTab();
  await browser.open(page, 'http://www.own.test/a');
  await seeNotice(browser, page);
  assert.deepEqual(site.visitsTo('own.test'), []);
  await browser.closeTab(page);
  await browser.closeTab(tab);
});

test('two settings pages: what is typed in one stays when the other saves, and replaces that only once it is kept', async () => {
  await change({ blockedPatterns: [] });
  const save = (tab: Tab) => browser.evaluate(tab, "document.getElementById('blocked').form.requestSubmit()");
  const [mine, theirs] = [
    await openPage(browser, 'options.html', say.options('own')),
    await openPage(browser, 'options.html', say.options('own')),
  ];
  await browser.bringToFront(mine);
  await typeInto(browser, mine, say.options('own'), 'mine.test');
  await browser.bringToFront(theirs);
  await typeInto(browser, theirs, say.options('own'), 'theirs.test');
  await save(theirs);
  await seeText(browser, theirs, say.controls('saved'));
  await browser.bringToFront(mine);
  await seeText(browser, mine, say.controls('changedElsewhere'));
  assert.equal(await browser.evaluate<string>(mine, "document.getElementById('blocked').value"), 'mine.test');
  await save(mine);
  assert.deepEqual((await choices()).blockedPatterns, ['theirs.test']);
  await clickOn(browser, mine, say.controls('changedKeep'));
  await save(mine);
  await waitFor('the lines that were kept', async () =>
    isDeepStrictEqual((await choices()).blockedPatterns, ['mine.test']),
  );
  await browser.closeTab(theirs);
  await browser.closeTab(mine);
});

test('an exception under an own site has no effect, and the page says so', async () => {
  await change({ blockedPatterns: ['own.test'], exemptions: ['www.own.test'] });
  const tab = await openPage(browser, 'options.html', say.options('own'));
  await seeText(
    browser,
    tab,
    say.options('lineWithoutEffect', { line: 1, text: 'www.own.test', by: 'own.test' }),
  );
  const page = await browser.newTab();
  await browser.open(page, 'http://www.own.test/a');
  await seeNotice(browser, page);
  await browser.closeTab(page);
  await browser.closeTab(tab);
  // The next test opens the person's own site.
  await change({ blockedPatterns: ['own.test'], exemptions: [] });
});

test('the line before "Continue anyway" is asked for, and kept nowhere', async () => {
  assert.equal((await change({ writeLine: true })).is, 'applied');
  // Until this is known, nobody may continue.
  await policyKnown(browser);
  const tab = await browser.newTab();
  await browser.open(tab, 'http://own.test/line');
  await seeNotice(browser, tab);
  await seeText(browser, tab, say.notice('line'));
  await clickOn(browser, tab, say.notice('continue'));
  await seeText(browser, tab, say.notice('lineNeeded'));
  assert.deepEqual(site.visitsTo('own.test'), []);
  await typeInto(browser, tab, say.notice('line'), 'zebra company');
  await clickOn(browser, tab, say.notice('continue'));
  await seeText(browser, tab, 'Nothing special');
  const kept = await browser.inExtension<string>(
    'Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then(JSON.stringify)',
  );
  assert.ok(kept.includes('own.test'), 'the person’s own list is there');
  assert.ok(!kept.includes('zebra'), 'the line was kept');
  assert.ok(!kept.includes('own.test/line'), 'the visit was kept');
  await browser.closeTab(tab);
});

test('the days since a day that was chosen stand in the popup; without one there is no count', async () => {
  const day = new Date(Date.now() - 3 * 86_400_000).toLocaleDateString('sv');
  const popup = () => openPage(browser, 'popup.html', say.popup('list'));
  const bare = await popup();
  assert.doesNotMatch((await browser.view(bare)).text, /\d days/);
  await change({ daysSince: day });
  const counted = await popup();
  await seeText(browser, counted, '3 days.');
  await clickOn(browser, counted, say.popup('test'));
  await waitFor('the notice', async () => {
    const views = await Promise.all((await browser.tabs()).map((tab) => browser.view(tab).catch(() => null)));
    return views.some((view) => view?.title === say.notice('title'));
  });
});

/** Gives the page a file, as its file dialog would. */
async function pickFile(tab: Tab, text: string): Promise<void> {
  await browser.evaluate(
    tab,
    `(() => {
      const input = document.querySelector('input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], 'backup.json', { type: 'application/json' }));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
}

test('an import that loosens is shown first, refused without the PIN, and waits under a promise', async () => {
  const { text } = await ask(browser, 'settings/export', {});
  assert.ok(!/pin|hash|salt/i.test(text.replace(/writeLine/g, '')), 'the backup names the PIN');
  await change({ mode: 'zero-tolerance', promiseHours: 24 });
  assert.equal((await ask(browser, 'pin/set', { newPin: '2468' })).is, 'applied');

  const loose = JSON.stringify({
    ...JSON.parse(text),
    choices: { mode: 'educate', reason: 'for my daughter' },
  });
  assert.equal((await ask(browser, 'settings/import', { text: loose })).is, 'needs-pin');
  assert.equal((await ask(browser, 'settings/import', { text: loose, pin: '1111' })).is, 'wrong-pin');
  assert.equal((await choices()).reason, '');

  const tab = await openPage(browser, 'options.html', say.options('backup'));
  await pickFile(tab, loose);
  await seeText(browser, tab, 'It weakens the protection');
  await seeText(browser, tab, 'for my daughter');
  await clickOn(browser, tab, say.options('previewApply'));
  await seeText(browser, tab, say.controls('pinTitle'));
  await browser.press(tab, ...'1357', 'Enter');
  await seeText(browser, tab, 'Wrong PIN');
  await browser.press(tab, 'Escape');
  await seeText(browser, tab, say.controls('notChanged'));
  assert.equal((await choices()).reason, '');

  await pickFile(tab, loose);
  await clickOn(browser, tab, say.options('previewApply'));
  await seeText(browser, tab, say.controls('pinTitle'));
  await browser.press(tab, ...'2468', 'Enter');
  await seeText(browser, tab, 'Takes effect in');
  const view = await ask(browser, 'settings/get', {});
  assert.deepEqual([view.choices.mode, view.choices.reason], ['zero-tolerance', 'for my daughter']);
  assert.deepEqual(
    view.waits.map(({ reasons }) => reasons.map(({ why }) => why)),
    [['mode']],
  );
  await clickOn(browser, tab, say.options('waitsCancel'));
  await seeText(browser, tab, 'Cancelled.');
  assert.deepEqual((await ask(browser, 'settings/get', {})).waits, []);
});

test('a file that is no backup changes nothing and says so', async () => {
  const tab = await openPage(browser, 'options.html', say.options('backup'));
  await pickFile(tab, 'not json');
  await seeText(browser, tab, say.options('file-not-json'));
});
