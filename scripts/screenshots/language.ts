/** Photographs what a reader sees in each of several languages, on a phone and on a laptop. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../utils/words/languages.ts';
import { ask } from '../browser/extension/ask.ts';
import { snapshotWritten } from '../browser/extension/reader-snapshots.ts';
import { recognizeSearches } from '../browser/extension/searches-ruleset.ts';
import { clearLook, setLook } from '../browser/look.ts';
import { MADE_UP, ownInstallation } from '../browser/scenes/play.ts';
import type { Surface } from '../browser/scenes/scene.ts';
import type { BrowserSession } from '../browser/session.ts';
import { startSite } from '../browser/site/site.ts';
import { photograph } from './camera.ts';
import { type Layout, type Picture, writeContactSheets } from './contact-sheet.ts';
import { type View, viewsIn } from './language-views.ts';
import { AS_IN_WINDOW, type NamedLook, POPUP } from './looks.ts';

const PHONE: NamedLook = { name: '360 px', width: 360, height: 640, touch: true };
const LAPTOP: NamedLook = { name: '1366 px', width: 1366, height: 768 };
/** The height of a window in which a dialog, which scrolls inside, shows its whole content. */
const LONG = 1_500;

/** Large enough to read every word: pictures of a phone in full size, two of a laptop side by side. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  [PHONE.name]: { sheet: 1520, picture: { width: 360 }, columns: 4 },
  [LAPTOP.name]: { sheet: 1520, picture: { width: 734 }, columns: 2 },
};

type Sheets = Map<string, Picture[]>;

/**
 * Writes `<language>/<surface>/<state> - <look>.png` and a sheet for each look.
 *
 * @param only - surfaces; null for all that the language has.
 */
export async function photographLanguages(
  folder: string,
  languages: readonly Language[],
  only: readonly string[] | null,
): Promise<void> {
  const site = await startSite(() => ({ body: MADE_UP }));
  const taken = new Map<Language, Sheets>();
  try {
    const browser = await ownInstallation(site);
    try {
      await recognizeSearches(browser, true);
      await snapshotWritten(browser);
      for (const language of languages) {
        taken.set(language, await takeAll(browser, join(folder, language), language, only));
        console.log(`${language}: ${join(folder, language)}`);
      }
    } finally {
      await browser.close();
    }
    for (const [language, sheets] of taken)
      await writeContactSheets(site, join(folder, language), sheets, (look) => LAYOUTS[look] as Layout);
  } finally {
    await site.close();
  }
}

async function takeAll(
  browser: BrowserSession,
  folder: string,
  language: Language,
  only: readonly string[] | null,
): Promise<Sheets> {
  rmSync(folder, { recursive: true, force: true });
  const sheets: Sheets = new Map();
  await ask(browser, 'settings/change', { changes: { language } });
  for (const view of viewsIn(language)) {
    if (only && !only.includes(view.surface)) continue;
    await take(browser, folder, view, sheets).catch((error) => {
      console.error(`${language}: ${view.surface}, ${view.name} broke off: ${error.message}`);
      process.exitCode = 1;
    });
  }
  return sheets;
}

async function take(
  browser: BrowserSession,
  folder: string,
  { surface, name, phoneOnly, show }: View,
  sheets: Sheets,
): Promise<void> {
  mkdirSync(join(folder, surface), { recursive: true });
  const tab = await browser.newTab();
  try {
    await show(browser, tab);
    const dialog = await browser.evaluate<boolean>(tab, `document.querySelector('dialog[open]') !== null`);
    for (const look of phoneOnly ? [PHONE] : [PHONE, LAPTOP]) {
      const whole = !dialog && (look === PHONE || !AS_IN_WINDOW.includes(surface));
      await setLook(browser, tab, asMet(surface, look, dialog));
      for (const [index, part] of (await photograph(browser, tab, whole)).entries()) {
        const file = `${surface}/${name} - ${look.name}${index ? ` ${index + 1}` : ''}.png`;
        writeFileSync(join(folder, file), part);
        sheets.set(look.name, [
          ...(sheets.get(look.name) ?? []),
          { state: look.name, look: `${surface}: ${name}`, file },
        ]);
      }
    }
    await clearLook(browser, tab);
  } finally {
    await browser.closeTab(tab);
  }
}

function asMet(surface: Surface, look: NamedLook, dialog: boolean): NamedLook {
  if (surface === 'popup' && look !== PHONE) return { ...look, ...POPUP };
  return dialog && look === PHONE ? { ...look, height: LONG } : look;
}
