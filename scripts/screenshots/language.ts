/** Photographs what a reader meets in one language, on a phone and on a laptop. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageEntry } from '../../utils/words/languages.ts';
import { PASS_BANNER_STYLE } from '../../utils/worker/passes/pass-banner-style.ts';
import { ask, seeText } from '../browser/extension/ask.ts';
import { publish, publishingDone } from '../browser/extension/readers.ts';
import { clearLook, setLook } from '../browser/look.ts';
import { BARE, guardWith } from '../browser/scenes/page.ts';
import { MADE_UP, ownInstallation } from '../browser/scenes/play.ts';
import type { Surface } from '../browser/scenes/scene.ts';
import type { BrowserSession, Tab } from '../browser/session.ts';
import { CHECK_ADDRESS } from '../browser/site/listed.ts';
import { startSite } from '../browser/site/site.ts';
import { waitFor } from '../browser/wait.ts';
import { mainHelplines } from '../build/main-helplines.ts';
import { readWords } from '../facts/words.ts';
import { photograph } from './camera.ts';
import { type Picture, writeContactSheets } from './contact-sheet.ts';
import { AS_IN_WINDOW, type NamedLook } from './looks.ts';

const LOOKS: readonly NamedLook[] = [
  { name: '360 px', width: 360, height: 640, touch: true },
  { name: '1366 px', width: 1366, height: 768 },
];

interface View {
  surface: Surface;
  name: string;
  /** Brings the surface into a tab, and waits until it is shown. */
  show(browser: BrowserSession, tab: Tab): Promise<void>;
}

/** Writes `<surface>/<state> - <look>.png` and a sheet for each surface, and prints where they are. */
export async function photographLanguage(folder: string, language: Language): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const site = await startSite(() => ({ body: MADE_UP }));
  const sheets = new Map<Surface, Picture[]>();
  try {
    const browser = await ownInstallation(site);
    try {
      await publishingDone(browser);
      await ask(browser, 'settings/change', { changes: { language } });
      for (const view of viewsIn(language)) {
        await take(browser, folder, view, sheets).catch((error) => {
          console.error(`${view.surface}, ${view.name} broke off: ${error.message}`);
          process.exitCode = 1;
        });
      }
    } finally {
      await browser.close();
    }
    await writeContactSheets(site, folder, sheets);
  } finally {
    await site.close();
  }
  console.log(`${[...sheets.values()].flat().length} pictures in ${folder}`);
}

async function take(
  browser: BrowserSession,
  folder: string,
  { surface, name, show }: View,
  sheets: Map<Surface, Picture[]>,
): Promise<void> {
  mkdirSync(join(folder, surface), { recursive: true });
  const tab = await browser.newTab();
  try {
    await show(browser, tab);
    for (const look of LOOKS) {
      await setLook(browser, tab, look);
      const parts = await photograph(browser, tab, !AS_IN_WINDOW.includes(surface));
      for (const [index, part] of parts.entries()) {
        const file = `${surface}/${name} - ${look.name}${index ? ` ${index + 1}` : ''}.png`;
        writeFileSync(join(folder, file), part);
        sheets.set(surface, [...(sheets.get(surface) ?? []), { state: name, look: look.name, file }]);
      }
    }
    await clearLook(browser, tab);
  } finally {
    await browser.closeTab(tab);
  }
}

/** @returns the core surfaces but the overlay, whose language is the browser's own, and those of a full language behind them. */
function viewsIn(language: Language): View[] {
  const { depth, places } = languageEntry(language) ?? {};
  const place = places?.[0] ?? 'US-GA';
  const core: View[] = [
    { surface: 'notice', name: 'notice', show: (browser, tab) => showNotice(browser, tab, place, language) },
    {
      surface: 'notice',
      name: 'help',
      show: async (browser, tab) => {
        await showNotice(browser, tab, place, language);
        await browser.evaluate(tab, `void document.getElementById('get-help').click()`);
        await there(browser, tab, '.help-topics');
      },
    },
    { surface: 'page', name: 'banner', show: (browser, tab) => showBanner(browser, tab, place, language) },
    page('popup', readWords('popup', language)('settings')),
    page('welcome', readWords('welcome', language)('who')),
  ];
  if (depth !== 'full') return core;
  return [
    ...core,
    page('options', readWords('options', language)('protection')),
    page('learn', readWords('learn', language)('page-heading')),
    page('deploy', readWords('deploy-page', language)('begin')),
    page('preview', readWords('preview', language)('sheet')),
  ];
}

function page(surface: Surface, text: string): View {
  return {
    surface,
    name: 'as it comes',
    show: async (browser, tab) => {
      await browser.open(tab, `${browser.base}${surface}.html`);
      await seeText(browser, tab, text);
    },
  };
}

async function showNotice(browser: BrowserSession, tab: Tab, place: string, language: Language) {
  await browser.open(tab, `${browser.base}notice.html`);
  await publish(browser, tab, {}, place, language);
  // The first showing of a session begins with the law.
  await browser.evaluate(tab, `(globalThis.browser ?? chrome).storage.session.clear()`);
  await browser.open(tab, CHECK_ADDRESS);
  await there(browser, tab, '.notice-place');
  await browser.evaluate(tab, `void (document.documentElement.dataset.variant = '0')`);
}

async function showBanner(browser: BrowserSession, tab: Tab, place: string, language: Language) {
  const leave = readWords('notice', language)('leave');
  const lines = mainHelplines([language]);
  const text = (lines[place.split('-')[0] ?? ''] ?? lines.any)?.[language].line ?? '';
  await browser.open(tab, BARE);
  await guardWith(browser, {
    kind: 'pass',
    banner: { label: 'Second Thought', help: { text, links: [] }, leave, language, look: PASS_BANNER_STYLE },
  });
  await named(browser, tab, leave);
}

const there = (browser: BrowserSession, tab: Tab, selector: string) =>
  waitFor(selector, () =>
    browser.evaluate<boolean>(tab, `document.querySelector(${JSON.stringify(selector)}) !== null`),
  );

/** The root of the banner is read as a screen reader reads them. */
const named = (browser: BrowserSession, tab: Tab, text: string) =>
  waitFor(text, async () => (await browser.accessible(tab)).some(({ name }) => name === text));
