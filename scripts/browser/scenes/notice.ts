/** Shows the notice: each reader, each variant, each stage of the wait, each dialog. */
import { ask, clickOn, seeText, typeInto } from '../extension/ask.ts';
import { READERS, snapshotWritten, storeReader } from '../extension/reader-snapshots.ts';
import { searchesRuleset } from '../extension/searches-ruleset.ts';
import { skipPause } from '../extension/skip-pause.ts';
import type { BrowserSession, Tab } from '../session.ts';
import { CHECK_ADDRESS, COVERED_SEARCH } from '../site/listed.ts';
import { waitFor } from '../wait.ts';
import type { Scene } from './scene.ts';

/** Has a made-up top-level domain, because names under those reserved for tests are never recognized. */
const LOOKS_LISTED = 'http://londoncallgirls.madeup/';
const PIN = '2468';

/** Opens a covered address as one reader, and waits until the whole notice is shown. */
async function show(
  browser: BrowserSession,
  tab: Tab,
  reader: object,
  { place = 'US-GA' as string | null, language = 'en', variant = 0, address = CHECK_ADDRESS } = {},
): Promise<void> {
  await browser.open(tab, `${browser.base}notice.html`);
  await storeReader(browser, reader, place, language);
  await browser.open(tab, address);
  await waitFor('the message', () =>
    browser.evaluate<boolean>(tab, `document.querySelector('.notice-place') !== null`),
  );
  await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '${variant}')`);
}

const ready = async (browser: BrowserSession, tab: Tab) => {
  await skipPause(browser, tab);
  await waitFor(
    'the wait to end',
    () =>
      browser.evaluate<boolean>(tab, `document.querySelector('.notice-continue button:enabled') !== null`),
    30_000,
  );
};

const readers: Scene = async (browser, take) => {
  const tab = await browser.newTab();
  const { personal, family, workplace } = READERS;
  await show(browser, tab, workplace);
  await take({ surface: 'notice', name: 'workplace, zero tolerance', tab, key: true });
  for (const variant of [1, 2, 3]) {
    await show(browser, tab, workplace, { variant });
    await take({ surface: 'notice', name: `workplace, variant ${variant}`, tab });
  }
  await show(browser, tab, workplace, { language: 'es', place: 'ES', variant: 1 });
  await seeText(browser, tab, 'Por qué');
  await take({ surface: 'notice', name: 'workplace in Spanish', tab });
  await show(browser, tab, family, { place: 'GB-ENG', variant: 2 });
  await take({ surface: 'notice', name: 'family', tab, key: true });
  await show(browser, tab, personal, { place: 'SE', variant: 3 });
  await seeText(browser, tab, 'possible in');
  await take({ surface: 'notice', name: 'personal, during the wait', tab, key: true });
  await show(browser, tab, { ...personal, reason: '' }, { place: null });
  await take({ surface: 'notice', name: 'place unknown', tab });
  await browser.closeTab(tab);
};

const dialogs: Scene = async (browser, take) => {
  const tab = await browser.newTab();
  await show(browser, tab, READERS.workplace);
  await clickOn(browser, tab, 'Why am I seeing this?');
  await take({ surface: 'notice', name: 'why', tab });
  await clickOn(browser, tab, 'This is a mistake');
  await seeText(browser, tab, 'Sorry about that');
  await take({ surface: 'notice', name: 'why, a mistake', tab });
  await clickOn(browser, tab, 'What the law says here');
  await seeText(browser, tab, 'Close');
  await take({ surface: 'notice', name: 'the law in full', tab, key: true });
  await browser.press(tab, 'Escape');
  await clickOn(browser, tab, 'Get help');
  await seeText(browser, tab, 'I am a teenager');
  await take({ surface: 'notice', name: 'help', tab, key: true });
  await browser.evaluate(tab, `void (document.querySelector('.help-sentences').open = true)`);
  await seeText(browser, tab, 'No native speaker has read these sentences yet');
  await take({ surface: 'notice', name: 'help in other languages', tab, key: true });
  await clickOn(browser, tab, 'Someone forces or controls me');
  await seeText(browser, tab, 'it is not your fault. You decide');
  await take({ surface: 'notice', name: 'help, one topic', tab });
  await browser.press(tab, 'Escape');
  await show(browser, tab, READERS.family);
  await clickOn(browser, tab, 'Change place');
  await seeText(browser, tab, 'Show this place');
  await take({ surface: 'notice', name: 'place', tab });
  await browser.press(tab, 'Escape');
  await show(browser, tab, READERS.family, { address: LOOKS_LISTED });
  await seeText(browser, tab, 'This address looks like');
  await take({ surface: 'notice', name: 'looks like one', tab });
  await browser.closeTab(tab);
};

/** Shows the end of the wait: the way on as a button, a sentence to write, a PIN, a refusal. */
const after: Scene = async (browser, take) => {
  const tab = await browser.newTab();
  await ask(browser, 'settings/change', { changes: { continueDelaySeconds: 6, writeLine: true } });
  await ask(browser, 'pin/set', { newPin: PIN });
  await show(browser, tab, { ...READERS.personal, writeLine: false });
  await ready(browser, tab);
  await clickOn(browser, tab, 'Continue anyway');
  await seeText(browser, tab, 'Enter the PIN first.');
  await take({ surface: 'notice', name: 'after the wait, with a PIN', tab });
  await ask(browser, 'pin/remove', { pin: PIN });
  await show(browser, tab, { ...READERS.personal, writeLine: true });
  await ready(browser, tab);
  await typeInto(browser, tab, 'What am I looking for?', ' ');
  await clickOn(browser, tab, 'Continue anyway');
  await seeText(browser, tab, 'Write one line first.');
  await take({ surface: 'notice', name: 'after the wait, with a line to write', tab });
  await show(browser, tab, { ...READERS.personal, writeLine: false });
  await ready(browser, tab);
  await take({ surface: 'notice', name: 'after the wait', tab });
  await ask(browser, 'settings/change', { changes: { writeLine: false } });
  await browser.closeTab(tab);
};

export const noticeScene: Scene = async (browser, take) => {
  await snapshotWritten(browser);
  // Long enough to look at the notice during the wait.
  await ask(browser, 'settings/change', { changes: { continueDelaySeconds: 600 } });
  await readers(browser, take);
  await dialogs(browser, take);
  await after(browser, take);
};

/** Shows the notice over a search, for readers who turned that on. */
export const searchScene: Scene = async (browser, take) => {
  await snapshotWritten(browser);
  const tab = await browser.newTab();
  await ask(browser, 'settings/change', { changes: { continueDelaySeconds: 600, recognizeSearches: true } });
  await searchesRuleset(browser);
  await show(browser, tab, READERS.personal, { address: COVERED_SEARCH });
  await seeText(browser, tab, 'This search looks like');
  await take({ surface: 'notice', name: 'over a search', tab, key: true });
  await clickOn(browser, tab, 'Why am I seeing this?');
  await seeText(browser, tab, 'It also covers searches');
  await take({ surface: 'notice', name: 'over a search, why', tab });
  await ask(browser, 'settings/change', { changes: { continueDelaySeconds: 6, recognizeSearches: false } });
  await browser.closeTab(tab);
};
