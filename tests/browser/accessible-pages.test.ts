/**
 * Checks every surface in every state, light, dark and in forced colors, wide and at 400 %: axe-core finds no violation of WCAG 2.2
 * AA.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, openPage, seeText } from '../../scripts/browser/extension/ask.ts';
import { READERS, snapshotWritten, storeReader } from '../../scripts/browser/extension/reader-snapshots.ts';
import { clearLook, type Look, setLook } from '../../scripts/browser/look.ts';
import { BROWSER } from '../../scripts/browser/open-browser.ts';
import {
  LATER_SCENES,
  MADE_UP,
  OWN_SCENES,
  ownInstallation,
  PRIVATE_SCENES,
  playManaged,
} from '../../scripts/browser/scenes/play.ts';
import type { Scene, Take } from '../../scripts/browser/scenes/scene.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { CHECK_ADDRESS } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { readWords } from '../../scripts/read-words.ts';
import { LANGUAGES, type Language, languageEntry } from '../../utils/words/languages.ts';
import { axeViolations, sidewaysScroll } from './harness/axe.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
};

// axe measures the page as laid out. One browser is enough for that, and this one is Chromium because it emulates the colors.
const engine = BROWSER === 'chromium' ? test : () => undefined;
let site: Site;
let browser: BrowserSession;

before(async () => {
  // The runner never calls `after` in a file without tests, so a browser started here would never be closed.
  if (BROWSER !== 'chromium') return;
  site = await startSite(() => ({ body: MADE_UP }));
  browser = await ownInstallation(site);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Names, roles and structure do not depend on colors or width. So all rules run once, then the ones that do depend on them. */
const WIDE: Look = { width: 1280, height: 800 };
const OTHERS: readonly (readonly [string, Look, readonly string[]])[] = [
  ['dark at 400 %', { width: 320, height: 256, scheme: 'dark' }, ['color-contrast', 'target-size']],
  ['forced colors at 200 %', { width: 683, height: 384, forced: true }, ['color-contrast']],
  ['right to left', { width: 360, height: 740, rtl: true }, ['target-size']],
];
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'he'];
/** A browser gives its popup the width that it needs, plus space for a scroll bar. */
const POPUP_WIDTH = 380;

async function faultless(tab: Tab, state: string, least = 0, key = true): Promise<void> {
  await browser.bringToFront(tab);
  for (const [name, look, rules] of [['light', WIDE, undefined], ...OTHERS] as const) {
    // The system's own colors and the direction are the same in all states of a surface, so checking them once is enough.
    if (!key && look.rtl) continue;
    await setLook(browser, tab, { ...look, width: Math.max(look.width, least) });
    if (key || !look.forced) {
      const found = rules ? axeViolations(browser, tab, rules) : axeViolations(browser, tab);
      assert.deepEqual(await found, [], `${state}, ${name}`);
    }
    const over = await sidewaysScroll(browser, tab);
    assert.ok(over <= 0, `${state}, ${name}: ${over} px wider than the window`);
  }
  await clearLook(browser, tab);
}

const take: Take = ({ surface, name, tab, key = false }) =>
  faultless(tab, `${surface}, ${name}`, surface === 'popup' ? POPUP_WIDTH : 0, key);

engine('the check finds what is wrong', async () => {
  const tab = await openPage(browser, 'options.html', say.options('mode'));
  await browser.evaluate(tab, "document.querySelector('#delay').labels[0].remove()");
  await assert.rejects(faultless(tab, 'a field without a name'), /label/);
  await browser.closeTab(tab);
});

const play = (scenes: Readonly<Record<string, Scene>>) => {
  for (const [name, scene] of Object.entries(scenes)) engine(name, () => scene(browser, take));
};
play(OWN_SCENES);

/** Rules about words. Colors and structure are those of the English page, to which every rule is applied. */
const OF_WORDS = [
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'button-name',
  'link-name',
  'label',
  'select-name',
  'label-content-name-mismatch',
  'target-size',
];

/** Each page with words that are on it once it is complete. */
const CORE_PAGES: readonly (readonly [string, (language: Language) => string])[] = [
  ['popup', (language) => readWords('popup', language)('settings')],
  ['welcome', (language) => readWords('welcome', language)('who')],
];

engine(
  'the notice, its help, the popup and the welcome page in every language, with its own lang and dir',
  async () => {
    const tab = await browser.newTab();
    await setLook(browser, tab, { width: 360, height: 740 });
    await browser.open(tab, `${browser.base}notice.html`);
    await snapshotWritten(browser);
    // English is last, because the following scenes are in English.
    for (const language of LANGUAGES.toReversed()) {
      await ask(browser, 'settings/change', { changes: { language } });
      await storeReader(browser, READERS.personal, languageEntry(language)?.places?.[0] ?? 'US-GA', language);
      await browser.open(tab, CHECK_ADDRESS);
      await seeText(browser, tab, readWords('notice', language)('why'));
      await inOwnDirection(tab, language, 'notice');
      await browser.evaluate(tab, "void document.getElementById('get-help').click()");
      await seeText(browser, tab, readWords('help', language)('intro'));
      await inOwnDirection(tab, language, 'help', OF_WORDS);
      for (const [page, seen] of CORE_PAGES) {
        await browser.open(tab, `${browser.base}${page}.html`);
        await seeText(browser, tab, seen(language));
        await inOwnDirection(tab, language, page, OF_WORDS);
      }
    }
    await browser.closeTab(tab);
  },
);

async function inOwnDirection(
  tab: Tab,
  language: Language,
  page: string,
  rules?: readonly string[],
): Promise<void> {
  assert.deepEqual(
    await browser.evaluate(tab, '[document.documentElement.lang, getComputedStyle(document.body).direction]'),
    [language, RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'],
    page,
  );
  const found = rules ? axeViolations(browser, tab, rules) : axeViolations(browser, tab);
  assert.deepEqual(await found, [], `${page} in ${language}`);
  const over = await sidewaysScroll(browser, tab);
  assert.ok(over <= 0, `${page} in ${language}: ${over} px wider than the window`);
}

play(LATER_SCENES);

engine('on a new installation', async () => {
  await browser.close();
  browser = await ownInstallation(site);
});
play(PRIVATE_SCENES);

engine('managed, in good order and with errors', async () => {
  await browser.close();
  await playManaged(site, async (_name, scene, managed) => {
    browser = managed;
    await scene(managed, take);
  });
});
