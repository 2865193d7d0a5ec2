/** Tests the way out: it is large and focused, also works by Escape three times, blanks at once, and leaves no notice to go back to. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  overlay: readWords('overlay', 'en'),
  notice: readWords('notice', 'en'),
};

const PLAIN = 'http://plain.test/';

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite((_visit, address) => ({
    body: `<!doctype html><title>${address.hostname}</title><h1>Plain</h1><a href="${CHECK_ADDRESS}">Onward</a> <a target="_blank" href="${CHECK_ADDRESS}">New tab</a>`,
  }));
  browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function noticeAfterLink(): Promise<Tab> {
  const tab = await browser.newTab();
  await browser.open(tab, PLAIN);
  await browser.click(tab, 'Onward');
  await seeNotice(browser, tab);
  return tab;
}

const left = (tab: Tab) =>
  waitFor('the blank page', async () => {
    const { url, text } = await browser.view(tab);
    return url === 'about:blank' && text.trim() === '';
  });

test('the button is focused and in sight when the notice opens, and Enter presses it', async () => {
  const tab = await noticeAfterLink();
  const focused = await browser.evaluate<string>(
    tab,
    "document.activeElement.closest('[data-leave]') ? 'leave' : document.activeElement.tagName",
  );
  assert.equal(focused, 'leave');
  await browser.press(tab, 'Enter');
  await left(tab);
});

test('it stays in reach at 360 by 640, however long the text', async () => {
  const tab = await noticeAfterLink();
  await browser.resize(tab, 360, 640);
  const box = await browser.evaluate<{ top: number; bottom: number; height: number }>(
    tab,
    "(({ top, bottom, height }) => ({ top, bottom, height }))(document.querySelector('[data-leave]').getBoundingClientRect())",
  );
  assert.ok(box.top >= 0 && box.bottom <= 640, `the button lies from ${box.top} to ${box.bottom}`);
  assert.ok(box.height >= 44);
  assert.equal(
    await browser.evaluate<boolean>(tab, 'document.documentElement.scrollWidth <= innerWidth'),
    true,
    'it scrolls sideways',
  );
});

test('a click leaves, and Back leads to the page before, not to the notice', async () => {
  const tab = await noticeAfterLink();
  await browser.click(tab, say.overlay('leave'));
  await left(tab);
  await browser.travel(tab, -1);
  await waitFor('the page before', async () => (await browser.view(tab)).url === PLAIN);
});

test('Escape three times leaves; twice does not', async () => {
  const tab = await noticeAfterLink();
  await browser.press(tab, 'Escape', 'Escape', 'a', 'Escape', 'Escape');
  await seeNotice(browser, tab);
  await browser.press(tab, 'Escape');
  await left(tab);
});

test('Escape three times leaves from inside a dialog too, and so does its own button', async () => {
  const tab = await noticeAfterLink();
  await waitFor('the message', () =>
    browser.evaluate<boolean>(tab, "document.querySelector('.notice-main') !== null"),
  );
  await browser.click(tab, say.notice('help'));
  await waitFor('the dialog', () =>
    browser.evaluate<boolean>(tab, "document.querySelector('dialog')?.open === true"),
  );
  await browser.press(tab, 'Escape', 'Escape', 'Escape');
  await left(tab);
});

test('a tab that held nothing else closes, or goes blank where the browser keeps it', async () => {
  const tab = await browser.newTab();
  await browser.open(tab, PLAIN);
  const before = await browser.tabs();
  await browser.click(tab, 'New tab');
  const opened = await waitFor('the new tab', async () =>
    (await browser.tabs()).find((one) => !before.includes(one)),
  );
  await seeNotice(browser, opened);
  await browser.click(opened, say.overlay('leave'));
  await waitFor('the tab to be gone or blank', async () => {
    if (!(await browser.tabs()).includes(opened)) return true;
    return (await browser.view(opened)).url === 'about:blank';
  });
});
