/** Every surface in every state, light, dark and in forced colors, wide and at 400 %: nothing that axe-core finds against WCAG 2.2 AA. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage } from '../../scripts/browser/extension/ask.ts';
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
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { readWords } from '../../scripts/policy/words.ts';
import { axeViolations, sidewaysScroll } from './harness/axe.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = {
  options: readWords('options', 'en'),
};

// axe measures the page as laid out; one engine is enough for that, and its emulation of colors is Chromium's.
const engine = BROWSER === 'chromium' ? test : () => undefined;
let site: Site;
let browser: BrowserSession;

before(async () => {
  // Without a test of its own the runner would never come to `after`, and the browser would stay.
  if (BROWSER !== 'chromium') return;
  site = await startSite(() => ({ body: MADE_UP }));
  browser = await ownInstallation(site);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Names, roles and structure do not depend on colors or width: all rules once, then those that do. */
const WIDE: Look = { width: 1280, height: 800 };
const OTHERS: readonly (readonly [string, Look, readonly string[]])[] = [
  ['dark at 400 %', { width: 320, height: 256, scheme: 'dark' }, ['color-contrast', 'target-size']],
  ['forced colors at 200 %', { width: 683, height: 384, forced: true }, ['color-contrast']],
  ['right to left', { width: 360, height: 740, rtl: true }, ['target-size']],
];
/** A browser gives its popup the width it needs, and room for a scroll bar. */
const POPUP_WIDTH = 380;

async function faultless(tab: Tab, state: string, least = 0, key = true): Promise<void> {
  await browser.bringToFront(tab);
  for (const [name, look, rules] of [['light', WIDE, undefined], ...OTHERS] as const) {
    // Neither the system's own colors nor the direction differ from state to state of a surface: once is enough.
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
